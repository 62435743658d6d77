/** What the lines of a YAML text show without parsing it. */
export interface Outline {
  /** The lines that are structure: without comments of their own line, and without what block scalars hold. */
  readonly structure: string;
  /** Its documents that hold anything. */
  readonly documents: readonly DocumentOutline[];
}

export interface DocumentOutline {
  /** Keys of the map at the root. */
  readonly keys: ReadonlySet<string>;
  /** Keys of the maps in the list at the root. */
  readonly itemKeys: ReadonlySet<string>;
}

const separator = /^(?:---|\.\.\.)(?:\s|$)/;
const dashes = /^\s*(?:-\s+)*/;
const keyOfLine = /^(?:"([^"]+)"|'([^']+)'|([^\s"'#&*!|>%@`[\]{},?:-][^\s:]*))\s*:(?:\s|$)/;

/**
 * Reads a text line by line. Only block style is read: of a text in flow style, such as JSON, no keys are seen.
 * Broken YAML and templates have an outline too.
 */
export function outlineOf(content: string): Outline {
  const structure: string[] = [];
  const documents: DocumentOutline[] = [];
  let keys = new Set<string>();
  let itemKeys = new Set<string>();
  let root: number | undefined;
  let item: number | undefined;
  /** Lines that are indented by more than this belong to a block scalar. */
  let scalar: number | undefined;
  const end = () => {
    if (root !== undefined) documents.push({ keys, itemKeys });
    keys = new Set();
    itemKeys = new Set();
    root = item = scalar = undefined;
  };
  for (const raw of content.split("\n")) {
    const line = raw.trimEnd();
    const indent = line.length - line.trimStart().length;
    if (line.length === indent) continue;
    if (scalar !== undefined && indent > scalar) continue;
    scalar = undefined;
    if (separator.test(line)) {
      end();
      continue;
    }
    if (line[indent] === "#") continue;
    structure.push(line);
    root ??= indent;
    const start = dashes.exec(line)![0].length;
    const isItem = start > indent;
    if (startsBlockScalar(line)) scalar = /^[|>]/.test(line.slice(start)) && isItem ? start - 2 : start;
    if (isItem && indent === root) item = start;
    const name = keyOfLine.exec(line.slice(start));
    const key = name?.[1] ?? name?.[2] ?? name?.[3];
    if (key === undefined) continue;
    if (start === item) itemKeys.add(key);
    else if (!isItem && indent === root) keys.add(key);
  }
  end();
  return { structure: structure.join("\n"), documents };
}

/** Whether a line ends in `|` or `>`: after a key or a dash, perhaps with a tag or an anchor, or alone. */
function startsBlockScalar(line: string): boolean {
  const words = line.trimStart().split(/\s+/);
  const comment = words.findIndex((word, index) => index > 0 && word.startsWith("#"));
  let last = (comment === -1 ? words.length : comment) - 1;
  if (!/^[|>][-+1-9]{0,2}$/.test(words[last]!)) return false;
  do last--;
  while (last >= 0 && /^[&!]/.test(words[last]!));
  return last < 0 || /[:-]$/.test(words[last]!);
}
