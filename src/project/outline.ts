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
  const reader = new OutlineReader();
  for (const line of content.split("\n")) reader.read(line.trimEnd());
  return reader.end();
}

class OutlineReader {
  readonly #structure: string[] = [];
  readonly #documents: DocumentOutline[] = [];
  #keys = new Set<string>();
  #itemKeys = new Set<string>();
  /** Indentation of the document's root. */
  #root: number | undefined;
  /** Column of the maps in the list at the root. */
  #item: number | undefined;
  /** Lines that are indented by more than this belong to a block scalar. */
  #scalar: number | undefined;

  read(line: string): void {
    const indent = line.length - line.trimStart().length;
    if (line.length === indent) return;
    if (this.#scalar !== undefined && indent > this.#scalar) return;
    this.#scalar = undefined;
    if (separator.test(line)) this.#endDocument();
    else if (line[indent] !== "#") this.#readStructure(line, indent);
  }

  end(): Outline {
    this.#endDocument();
    return { structure: this.#structure.join("\n"), documents: this.#documents };
  }

  #readStructure(line: string, indent: number): void {
    this.#structure.push(line);
    this.#root ??= indent;
    const start = dashes.exec(line)![0].length;
    const isItem = start > indent;
    if (startsBlockScalar(line)) this.#scalar = /^[|>]/.test(line.slice(start)) && isItem ? start - 2 : start;
    if (isItem && indent === this.#root) this.#item = start;
    const name = keyOfLine.exec(line.slice(start));
    const key = name?.[1] ?? name?.[2] ?? name?.[3];
    if (key === undefined) return;
    if (start === this.#item) this.#itemKeys.add(key);
    else if (!isItem && indent === this.#root) this.#keys.add(key);
  }

  #endDocument(): void {
    if (this.#root !== undefined) this.#documents.push({ keys: this.#keys, itemKeys: this.#itemKeys });
    this.#keys = new Set();
    this.#itemKeys = new Set();
    this.#root = this.#item = this.#scalar = undefined;
  }
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
