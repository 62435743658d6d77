/** A place in YAML that is being written, by indentation, so that it need not be complete. */
export interface YamlPlace {
  /** The keys around it, from the outside in. A list is not a step. */
  readonly path: readonly string[];
  /** Whether a key of a map is being written or a value; an item of a list may become either. */
  readonly role: "key" | "value" | "item";
  /** What is written of it so far. */
  readonly prefix: string;
}

const keyLine = /^((?:-[ \t]+)*)("[^"]*"|'[^']*'|[^\s"'#:{}[\],&*!|>%@`-][^:]*):(?:[ \t]+(.*))?$/;

/** Where in block style an offset of a text is; the last line may end in a list between brackets. */
export function yamlPlaceAt(content: string, offset: number): YamlPlace {
  const lines = content.slice(0, offset).split("\n");
  const current = lines.pop() ?? "";
  const indent = current.length - current.trimStart().length;
  const body = current.slice(indent);
  const dashes = /^(?:-[ \t]+)*/.exec(body)![0].length;
  const match = keyLine.exec(body);
  const limit = { column: indent, inclusive: dashes > 0 };
  if (match?.[3] !== undefined) {
    const value = match[3];
    const isList = value.startsWith("[");
    const last = Math.max(value.lastIndexOf("["), value.lastIndexOf(","));
    const prefix = isList ? value.slice(last + 1).trimStart() : value;
    const inner = { column: indent + dashes, inclusive: false };
    return {
      path: [...pathAbove(lines, dashes > 0 ? limit : inner), unquoted(match[2]!)],
      role: isList ? "item" : "value",
      prefix,
    };
  }
  const rest = body.slice(dashes);
  return { path: pathAbove(lines, limit), role: dashes > 0 ? "item" : "key", prefix: rest };
}

/** The keys of the lines above that enclose a column. */
function pathAbove(lines: readonly string[], start: { column: number; inclusive: boolean }): string[] {
  const path: string[] = [];
  let { column: limit, inclusive } = start;
  for (let i = lines.length - 1; i >= 0 && (limit > 0 || inclusive); i--) {
    const line = lines[i]!;
    const indent = line.length - line.trimStart().length;
    const body = line.slice(indent);
    if (body === "" || body.startsWith("#")) continue;
    const dashes = /^(?:-[ \t]+)*/.exec(body)![0].length;
    const column = indent + dashes;
    const key = keyLine.exec(body.trimEnd())?.[2];
    if (dashes > 0 && column === limit && !inclusive) {
      // The first line of the item that the place is in.
      limit = indent;
      inclusive = true;
    } else if (key !== undefined && (column < limit || (inclusive && dashes === 0 && column === limit))) {
      path.unshift(unquoted(key));
      limit = dashes > 0 ? indent : column;
      inclusive = dashes > 0;
    }
  }
  return path;
}

function unquoted(written: string): string {
  const key = written.trimEnd();
  return /^["'].*["']$/.test(key) ? key.slice(1, -1) : key;
}
