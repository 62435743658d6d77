import {
  at,
  type Entry,
  entry,
  items,
  type Node,
  type ScalarNode,
  type Source,
  type TextEdit,
  toFileEdit,
} from "../project/index.ts";
import { layOutCondition } from "./condition-layout.ts";

/** Most characters of a line of a condition, with the indentation in front of it. */
const lineWidth = 110;
/** Least characters that are left for a condition, however far it is indented. */
const leastWidth = 40;

/**
 * The edits that lay out the conditions of rules and macros in a source, as edits of the file that holds it. Comments,
 * and everything that is not a condition, stay as they are; what Falco compiles stays the same.
 */
export function formatConditions(source: Source): TextEdit[] {
  if (source.kind !== "falco-rules") return [];
  return source.documents
    .filter(({ errors }) => errors.length === 0)
    .flatMap(({ root }) => items(root))
    .flatMap((item) => {
      const condition = entry(item, "condition");
      const isItem = at(item, "rule") !== undefined || at(item, "macro") !== undefined;
      // The value of an alias or a merge key is laid out where it is written.
      const isHere = condition !== undefined && isWrittenIn(condition, item);
      return (isItem && isHere && editOf(condition, source)) || [];
    });
}

function isWrittenIn({ keyLocation, value }: Entry, { text, span }: Node): boolean {
  const isWithin = span.start <= keyLocation.span.start && value.span.end <= span.end;
  return isWithin && value.text === text && keyLocation.span.end < value.span.start;
}

function editOf({ keyLocation, value }: Entry, source: Source): TextEdit | undefined {
  const { content } = source.text;
  if (value.kind !== "scalar") return undefined;
  const key = keyLocation.span.start;
  const column = key - content.lastIndexOf("\n", key - 1) - 1;
  const written = content.slice(value.span.start, value.span.end).trimEnd();
  const replacement = written === "" ? undefined : scalarOf(value, written, column);
  if (replacement === undefined || replacement === written) return undefined;
  const span = { start: value.span.start, end: value.span.start + written.length };
  return toFileEdit({ text: source.text, span, replacement }, []);
}

/** The YAML of a condition that is laid out; undefined where its form cannot hold it. */
function scalarOf(node: ScalarNode, written: string, column: number): string | undefined {
  const text = String(node.value);
  const indent = " ".repeat(column + 2);
  const lines = layOutCondition(text, Math.max(leastWidth, lineWidth - indent.length));
  if (lines === undefined) return undefined;
  const isBlock = node.style === "literal" || node.style === "folded";
  const isShort = column + "condition: ".length + (lines[0]?.length ?? 0) + 2 <= lineWidth;
  if (!isBlock && lines.length === 1 && (isShort || !written.includes("\n"))) {
    const line = scalarOnOneLine(lines[0]!, node);
    if (line !== undefined) return line;
  }
  const header = isBlock ? written.slice(0, written.search(/\r?\n|$/)) : ">-";
  // An indentation that is stated would have to be kept.
  if (/^[|>][-+]?\d/.test(header) || isInFlow(node)) return undefined;
  return [header, ...lines.map((line) => indent + line)].join("\n");
}

/** The line in the style that the scalar has; undefined where that cannot hold it. */
function scalarOnOneLine(line: string, { style }: ScalarNode): string | undefined {
  if (style === "double-quoted") return JSON.stringify(line);
  if (style === "single-quoted") return `'${line.replaceAll("'", "''")}'`;
  return /:(?:\s|$)|\s#/.test(line) ? undefined : line;
}

/** Whether a scalar is between brackets or braces, where there are no blocks. */
function isInFlow({ text, span }: ScalarNode): boolean {
  const lineStart = text.content.lastIndexOf("\n", span.start - 1) + 1;
  return /[{[]/.test(text.content.slice(lineStart, span.start));
}
