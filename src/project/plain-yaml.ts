import {
  bail,
  checkFirst,
  colon,
  comma,
  dash,
  foldLines,
  hash,
  isBlank,
  lineEnd,
  lineFeed,
  NotPlain,
  plainValue,
  readBlockScalar,
  readQuoted,
  skipSpaces,
  space,
  trimmedEnd,
} from "./plain-scalar.ts";
import type { Text } from "./source-text.ts";
import type { Entry, MapNode, Node, ScalarNode, SeqNode, YamlDocument } from "./tree.ts";

/**
 * The documents of a text in plain YAML, exactly as the `yaml` package reads them, several times as fast. Plain is what
 * people write: no anchors, tags, tabs, quoted texts of several lines, and no errors.
 *
 * @returns undefined for any other text
 */
export function readPlainYaml(text: Text): YamlDocument[] | undefined {
  // Tabs, other line ends and control characters, directives, ends of documents, merge keys.
  if (/[\0-\t\v-\x1f\u2028\u2029\ufeff]|^%|^\.\.\.|<</m.test(text.content)) return undefined;
  try {
    return new Reader(text).documents();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Deeper is what nobody writes. */
const maxDepth = 64;
/** With more, the whole text is left to the reader that knows how many there may be. */
const maxNodes = 500_000;
/** A longer key is an error. */
const maxKeyLength = 1000;

/** What stands behind a value before its line ends, so that comments below may belong to it. */
type Tail = "flow" | "block" | "collection";

class Reader {
  readonly #text: Text;
  readonly #content: string;
  #at = 0;
  /** Offset of the next line that is neither blank nor a comment, and its indentation; -1: the document ends. */
  #line = 0;
  #indent = 0;
  /** Where the node that was read ends, with the blanks, the comment and the line break behind it. */
  #end = 0;
  #tail: Tail = "flow";
  /** End of the blank lines and comments behind a value that belong to no value yet; -1: there are none. */
  #pending = -1;
  /** Indentation of the comment among them that is indented most; -1: there are none. */
  #commentIndent = -1;
  #depth = 0;
  #nodes = 0;

  constructor(text: Text) {
    this.#text = text;
    this.#content = text.content;
  }

  documents(): YamlDocument[] {
    const documents: YamlDocument[] = [];
    this.#trivia(-1, false);
    if (this.#indent !== -1) documents.push(this.#document());
    while (this.#line < this.#content.length) {
      const rest = skipSpaces(this.#content, this.#line + 3);
      if (rest < this.#content.length && this.#content.charCodeAt(rest) !== lineFeed) this.#comment(rest);
      this.#at = this.#nextLine(rest);
      this.#trivia(-1, false);
      documents.push(this.#document());
    }
    return documents.length === 0 ? bail() : documents;
  }

  #document(): YamlDocument {
    const indent = this.#indent;
    this.#at = this.#line;
    const isItem = this.#isItem();
    if (indent !== 0 || (!isItem && this.#keyEnd() === -1)) bail();
    const root = isItem ? this.#seq(0) : this.#map(0);
    if (this.#indent !== -1) bail();
    return { text: this.#text, root, errors: [], warnings: [] };
  }

  /** Refuses anything but a comment behind a blank. */
  #comment(at: number): void {
    if (this.#content.charCodeAt(at) !== hash || this.#content.charCodeAt(at - 1) !== space) bail();
  }

  #nextLine(at: number): number {
    return Math.min(lineEnd(this.#content, at) + 1, this.#content.length);
  }

  /**
   * Goes to the next line that holds anything, and tells whom the comments before it belong to.
   *
   * @param column of the collection whose value was read
   * @param canExtend whether comments that are indented further belong to that value
   */
  #trivia(column: number, canExtend: boolean): void {
    const content = this.#content;
    this.#clearPending();
    for (let line = this.#at; ; ) {
      const at = skipSpaces(content, line);
      const code = content.charCodeAt(at);
      const next = Math.min(lineEnd(content, at) + 1, content.length);
      if (Number.isNaN(code)) {
        if (at > line) this.#pending = at;
        this.#line = content.length;
        this.#indent = -1;
        return;
      }
      if (code === hash) {
        const isBelow = at - line > column && this.#commentIndent === -1;
        if (canExtend && isBelow) {
          this.#end = next;
          this.#clearPending();
        } else {
          this.#pending = next;
          this.#commentIndent = Math.max(this.#commentIndent, at - line);
        }
      } else if (code === lineFeed) this.#pending = next;
      else {
        this.#line = line;
        this.#indent = at === line && this.#isMarker(at) ? -1 : at - line;
        return;
      }
      line = next;
    }
  }

  #clearPending(): void {
    this.#pending = -1;
    this.#commentIndent = -1;
  }

  #isMarker(at: number): boolean {
    return this.#content.startsWith("---", at) && isBlank(this.#content.charCodeAt(at + 3));
  }

  #enter(): void {
    if (++this.#depth > maxDepth) bail();
  }

  /** Ends a block collection: comments behind it that are indented as far as it is are still its own. */
  #leave(column: number): void {
    this.#depth--;
    if (this.#pending !== -1 && column > 0 && this.#commentIndent >= column) {
      this.#end = this.#pending;
      this.#clearPending();
    }
    this.#tail = "collection";
  }

  #count(): void {
    if (++this.#nodes > maxNodes) bail();
  }

  #map(column: number): MapNode {
    this.#enter();
    const start = this.#at;
    const entries: Entry[] = [];
    do {
      const { value: key, span } = this.#key();
      const keyLocation = { text: this.#text, span };
      entries.push({ key: String(key), keyLocation, value: this.#mapValue(column) });
      if (this.#tail !== "collection") this.#trivia(column, this.#tail === "flow");
      this.#at = this.#line + this.#indent;
    } while (this.#indent === column && !this.#isItem());
    if (this.#indent > column) bail();
    const span = { start, end: this.#end };
    this.#leave(column);
    this.#count();
    return { kind: "map", text: this.#text, span, entries };
  }

  #isItem(): boolean {
    return this.#content.charCodeAt(this.#at) === dash && isBlank(this.#content.charCodeAt(this.#at + 1));
  }

  #seq(column: number): SeqNode {
    this.#enter();
    const start = this.#at;
    const items: Node[] = [];
    do {
      const at = skipSpaces(this.#content, this.#at + 1);
      const inner = column + at - this.#at;
      this.#at = at;
      items.push(this.#block(inner, column));
      if (this.#tail !== "collection") this.#trivia(column, this.#tail === "flow");
      this.#at = this.#line + this.#indent;
    } while (this.#indent === column && this.#isItem());
    if (this.#indent > column) bail();
    const span = { start, end: this.#end };
    this.#leave(column);
    this.#count();
    return { kind: "seq", text: this.#text, span, items };
  }

  /** A node that begins here, at a column, inside of a collection at another column. */
  #block(column: number, parent: number): Node {
    if (this.#isItem()) return this.#seq(column);
    if (this.#keyEnd() !== -1) return this.#map(column);
    return this.#inline(parent);
  }

  /** The key here, and the offset behind its colon in `#at`. */
  #key(): { readonly value: ScalarNode["value"]; readonly span: { start: number; end: number } } {
    const start = this.#at;
    const end = this.#keyEnd();
    if (end === -1 || end - start > maxKeyLength) bail();
    this.#at = end + 1;
    const first = this.#content[start];
    if (first === '"' || first === "'")
      return { value: readQuoted(this.#content, start).value, span: { start, end } };
    checkFirst(this.#content, start);
    const text = this.#content.slice(start, end);
    if (text.endsWith(" ")) bail();
    return { value: plainValue(text), span: { start, end } };
  }

  /** Offset of the colon behind the key that begins here; -1 where none does. */
  #keyEnd(): number {
    const content = this.#content;
    const first = content[this.#at];
    if (first === '"' || first === "'") {
      const { end } = readQuoted(content, this.#at);
      return content.charCodeAt(end) === colon && isBlank(content.charCodeAt(end + 1)) ? end : -1;
    }
    // A flow collection as a key is nothing that people write.
    if (first === "[" || first === "{") return -1;
    for (let at = this.#at; ; at++) {
      const code = content.charCodeAt(at);
      if (code === lineFeed || Number.isNaN(code)) return -1;
      if (code === hash && content.charCodeAt(at - 1) === space) return -1;
      if (code === colon && isBlank(content.charCodeAt(at + 1))) return at;
    }
  }

  #mapValue(column: number): Node {
    const at = skipSpaces(this.#content, this.#at);
    const code = this.#content.charCodeAt(at);
    if (code !== lineFeed && code !== hash && !Number.isNaN(code)) {
      this.#at = at;
      return this.#isItem() ? bail() : this.#inline(column);
    }
    this.#at = this.#nextLine(at);
    this.#trivia(column, false);
    const hasComment = code === hash || this.#commentIndent !== -1;
    this.#clearPending();
    this.#at = this.#line + this.#indent;
    if (this.#indent > column || (this.#indent === column && this.#isItem()))
      return this.#block(this.#indent, column);
    // A collection that ends in such comments ends behind them.
    if (hasComment && this.#indent !== column) bail();
    this.#end = at;
    this.#tail = "collection";
    return this.#scalar(at, at, null, "plain");
  }

  #inline(parent: number): Node {
    const start = this.#at;
    const first = this.#content[start];
    this.#tail = "flow";
    if (first === '"' || first === "'") {
      const { value, end } = readQuoted(this.#content, start);
      this.#endLine(end);
      return this.#scalar(start, end, value, first === "'" ? "single-quoted" : "double-quoted");
    }
    if (first === "[" || first === "{") {
      const node = this.#flow(parent);
      this.#endLine(this.#at);
      return node;
    }
    if (first === "|" || first === ">") {
      const { value, style, end } = readBlockScalar(this.#content, start, parent);
      this.#tail = "block";
      this.#at = this.#end = end;
      return this.#scalar(start, end, value, style);
    }
    return this.#plain(parent);
  }

  #scalar(start: number, end: number, value: ScalarNode["value"], style: ScalarNode["style"]): ScalarNode {
    this.#count();
    return { kind: "scalar", text: this.#text, span: { start, end }, value, style };
  }

  /** Behind a value there can be a comment and nothing else. */
  #endLine(from: number): void {
    const at = skipSpaces(this.#content, from);
    const code = this.#content.charCodeAt(at);
    if (code !== lineFeed && !Number.isNaN(code)) this.#comment(at);
    this.#at = this.#end = this.#nextLine(at);
  }

  /** A plain scalar goes on in the lines that are indented further than the collection that holds it. */
  #plain(parent: number): ScalarNode {
    const start = this.#at;
    checkFirst(this.#content, start);
    const lines: string[] = [];
    let end = start;
    for (let at = start; ; ) {
      const stop = lineEnd(this.#content, at);
      const line = this.#content.slice(at, stop);
      const comment = line.search(/ #/);
      const text = comment === -1 ? line : line.slice(0, comment);
      end = trimmedEnd(this.#content, at, at + text.length);
      const trimmed = this.#content.slice(at, end);
      if (/: |:$/.test(trimmed)) bail();
      lines.push(trimmed);
      this.#at = Math.min(stop + 1, this.#content.length);
      const next = comment === -1 ? this.#continuation(parent, lines) : -1;
      if (next === -1) break;
      at = next;
    }
    this.#end = this.#nextLine(end);
    this.#at = this.#end;
    const value = lines.length === 1 ? plainValue(lines[0]!) : foldLines(lines);
    return this.#scalar(start, end, value, "plain");
  }

  /** Where a plain scalar goes on below, with the blank lines before that among its lines; -1 where it ends. */
  #continuation(parent: number, lines: string[]): number {
    const content = this.#content;
    let blank = 0;
    for (let line = this.#at; ; ) {
      const at = skipSpaces(content, line);
      const code = content.charCodeAt(at);
      if (Number.isNaN(code) || code === hash) return -1;
      if (code !== lineFeed) {
        if (at - line <= parent) return -1;
        for (; blank > 0; blank--) lines.push("");
        return at;
      }
      blank++;
      line = at + 1;
    }
  }

  /** A collection between brackets or braces, perhaps on several lines. */
  #flow(parent: number): MapNode | SeqNode {
    this.#enter();
    const start = this.#at;
    const isMap = this.#content[start] === "{";
    const close = isMap ? "}" : "]";
    const entries: Entry[] = [];
    const items: Node[] = [];
    this.#at = this.#flowGap(start + 1, parent);
    while (this.#content[this.#at] !== close) {
      if (isMap) entries.push(this.#flowEntry(parent));
      else items.push(this.#flowNode(parent));
      this.#at = this.#flowGap(this.#at, parent);
      if (this.#content.charCodeAt(this.#at) === comma) this.#at = this.#flowGap(this.#at + 1, parent);
      else if (this.#content[this.#at] !== close) bail();
    }
    this.#at++;
    this.#depth--;
    this.#count();
    const place = { text: this.#text, span: { start, end: this.#at } };
    return isMap ? { kind: "map", ...place, entries } : { kind: "seq", ...place, items };
  }

  /** Behind blanks and line breaks; further lines are indented more than the collection around. */
  #flowGap(from: number, parent: number): number {
    for (let at = skipSpaces(this.#content, from); ; ) {
      const code = this.#content.charCodeAt(at);
      if (Number.isNaN(code) || code === hash) bail();
      if (code !== lineFeed) return at;
      const line = at + 1;
      at = skipSpaces(this.#content, line);
      if (this.#content.charCodeAt(at) !== lineFeed && at - line <= parent) bail();
    }
  }

  #flowEntry(parent: number): Entry {
    const key = this.#flowScalar(true);
    if (key.span.end - key.span.start > maxKeyLength || this.#content.charCodeAt(this.#at) !== colon) bail();
    const behind = this.#flowGap(this.#at + 1, parent);
    // Only behind a quoted key can a value follow at once.
    if (behind === this.#at + 1 && key.style === "plain") bail();
    this.#at = behind;
    const keyLocation = { text: this.#text, span: key.span };
    return { key: String(key.value), keyLocation, value: this.#flowNode(parent) };
  }

  #flowNode(parent: number): Node {
    const first = this.#content[this.#at];
    return first === "[" || first === "{" ? this.#flow(parent) : this.#flowScalar(false);
  }

  #flowScalar(isKey: boolean): ScalarNode {
    const start = this.#at;
    const first = this.#content[start];
    if (first === '"' || first === "'") {
      const { value, end } = readQuoted(this.#content, start);
      this.#at = end;
      return this.#scalar(start, end, value, first === "'" ? "single-quoted" : "double-quoted");
    }
    checkFirst(this.#content, start);
    const stop = this.#flowPlainEnd(start);
    if (isKey !== (this.#content.charCodeAt(stop) === colon)) bail();
    const end = trimmedEnd(this.#content, start, stop);
    if (isKey && end < stop) bail();
    this.#at = stop;
    return this.#scalar(start, end, plainValue(this.#content.slice(start, end)), "plain");
  }

  /** Offset of what ends a plain scalar in a flow collection, which is no line break inside of it. */
  #flowPlainEnd(start: number): number {
    for (let at = start; ; at++) {
      const char = this.#content[at];
      if (char === undefined) bail();
      if (char === "," || char === "]" || char === "}" || char === "\n") return at;
      if (char === "[" || char === "{") bail();
      if (char === "#" && this.#content[at - 1] === " ") bail();
      if (char !== ":") continue;
      const next = this.#content[at + 1] ?? "\n";
      if (next === " " || next === "\n") return at;
      if (",[]{}".includes(next)) bail();
    }
  }
}
