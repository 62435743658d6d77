/** A half-open range of offsets (UTF-16 units) into a {@link Text}. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A position in a text: line and column from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A range in a file of the repository, ready for a report. */
export interface FileRange {
  /** Path from the workspace root, with `/`. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** A location that is resolved to lines late, so that a rule never counts columns. */
export interface Location {
  readonly text: Text;
  readonly span: Span;
}

/** A run of embedded text that is unchanged in the outer text. */
export interface Segment {
  /** Offset in the embedded text. */
  readonly inner: number;
  /** Offset of the same character in the outer text. */
  readonly outer: number;
  readonly length: number;
}

/**
 * How a text is written in the text around it: as a scalar of YAML, or (like a literal block) line by line behind an
 * indentation or a prefix.
 */
export type EmbeddedStyle = "plain" | "single-quoted" | "double-quoted" | "literal" | "folded";

interface TextEmbedding {
  readonly outer: Text;
  /** In order; they cover the embedded text. */
  readonly segments: readonly Segment[];
  readonly style: EmbeddedStyle;
}

/**
 * A text with positions: a file, or a text embedded in another one (a block scalar of a ConfigMap, a
 * code fence of a Markdown page), whose offsets map back to the file that holds it.
 */
export class Text {
  /** Path of the file that holds the text, from the workspace root. */
  readonly file: string;
  readonly content: string;
  readonly outer: Text | undefined;
  readonly style: EmbeddedStyle;
  readonly #segments: readonly Segment[];
  #lineStarts: number[] | undefined;

  constructor(file: string, content: string, embedding?: TextEmbedding) {
    this.file = file;
    this.content = content;
    this.outer = embedding?.outer;
    this.style = embedding?.style ?? "literal";
    this.#segments = embedding?.segments ?? [];
  }

  /** A text embedded in this one. `segments` are in order and cover the embedded text. */
  embed(content: string, segments: readonly Segment[], style: EmbeddedStyle = "literal"): Text {
    return new Text(this.file, content, { outer: this, segments, style });
  }

  get lineStarts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (let i = this.content.indexOf("\n"); i !== -1; i = this.content.indexOf("\n", i + 1))
        starts.push(i + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }

  /** The position of an offset in this text itself, whatever it is embedded in. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.content.length));
    const starts = this.lineStarts;
    const line = lastAtMost(starts.length, (i) => starts[i]!, at);
    return { line: line + 1, column: at - starts[line]! + 1 };
  }

  /** The line with this number (from 1), without its line break; empty beyond the end. */
  line(number: number): string {
    const start = this.lineStarts[number - 1];
    if (start === undefined) return "";
    const next = this.lineStarts[number];
    const line = this.content.slice(start, next === undefined ? undefined : next - 1);
    // Not by a regular expression, which would read all of a long line.
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }

  /** The same span in the text of the outermost file. */
  toFile(span: Span): Location {
    if (this.outer === undefined) return { text: this, span };
    const start = this.outward(span.start);
    // The end is mapped from the last character, as the one after it may be in another segment.
    const end = span.end > span.start ? this.outward(span.end - 1) + 1 : start;
    return this.outer.toFile({ start, end: Math.max(start, end) });
  }

  locate(span: Span): FileRange {
    const { text, span: inFile } = this.toFile(span);
    return { file: this.file, start: text.position(inFile.start), end: text.position(inFile.end) };
  }

  /** Where the character at an offset starts in the text around this one. */
  outward(offset: number): number {
    const segments = this.#segments;
    if (segments.length === 0) return 0;
    const segment = segments[lastAtMost(segments.length, (i) => segments[i]!.inner, offset)]!;
    return segment.outer + Math.max(0, Math.min(offset - segment.inner, segment.length));
  }
}

/** Index of the last of `count` ascending values that is at most `limit`; 0 when none is. */
function lastAtMost(count: number, valueAt: (index: number) => number, limit: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (valueAt(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
