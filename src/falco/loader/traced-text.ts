import { type Segment, type Span, scalarSegments } from "../../project/index.ts";
import { byteLength } from "../language/index.ts";
import type { ScalarNode } from "../yaml/index.ts";

/** A range in one of the files. */
export interface FileSpan {
  readonly fileIndex: number;
  readonly span: Span;
}

/** A scalar of a rules file that maps each character of its value to the file. */
export class SourceScalar {
  readonly fileIndex: number;
  readonly value: string;
  readonly span: Span;
  readonly #file: string;
  readonly #style: ScalarNode["style"];
  #segments: readonly Segment[] | undefined;

  constructor(fileIndex: number, file: string, node: ScalarNode) {
    this.fileIndex = fileIndex;
    this.value = node.value;
    this.span = node.span;
    this.#file = file;
    this.#style = node.style;
  }

  /** Offset in the file of a character of the value. */
  offset(index: number): number {
    this.#segments ??= scalarSegments(this.#file, this.span.start, this.span.end, this.#style, this.value);
    const segments = this.#segments;
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (segments[middle]!.inner <= index) low = middle;
      else high = middle - 1;
    }
    const segment = segments[low];
    if (segment === undefined) return this.span.start;
    return segment.outer + Math.max(0, Math.min(index - segment.inner, segment.length));
  }
}

/** A run of characters of a text and where it comes from. */
interface Piece {
  /** Offset in the text. */
  readonly start: number;
  readonly length: number;
  /** Undefined for characters that no file holds, such as the blank before an appended condition. */
  readonly scalar: SourceScalar | undefined;
  /** Offset of the run in the scalar's value. */
  readonly offset: number;
}

interface EnginePosition {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

const beginning = { offset: 0, index: 0, line: 1, column: 1 };

/** A text made of parts of files, such as a condition, that maps each part to its location. */
export class TracedText {
  /** The parts, joined only on first use, as texts grow by many small additions. */
  #parts: readonly (TracedText | string)[] | undefined;
  #whole: string;
  #runs: readonly Piece[];
  /** The last position that was looked up: those of many diagnostics come in their order. */
  #reached = beginning;

  constructor(text: string, pieces: readonly Piece[]) {
    this.#whole = text;
    this.#runs = pieces;
  }

  static of(scalar: SourceScalar): TracedText {
    const { value } = scalar;
    return new TracedText(value, [{ start: 0, length: value.length, scalar, offset: 0 }]);
  }

  static join(...parts: readonly (TracedText | string)[]): TracedText {
    const joined = new TracedText("", []);
    joined.#parts = parts;
    return joined;
  }

  get text(): string {
    this.#flatten();
    return this.#whole;
  }

  get #pieces(): readonly Piece[] {
    this.#flatten();
    return this.#runs;
  }

  #flatten(): void {
    if (this.#parts === undefined) return;
    const builder = new TracedTextBuilder();
    const stack: (TracedText | string)[] = [...this.#parts].reverse();
    for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
      if (typeof part === "string") builder.add(part);
      else if (part.#parts === undefined) builder.addSlice(part, 0, part.#whole.length);
      else for (let i = part.#parts.length - 1; i >= 0; i--) stack.push(part.#parts[i]!);
    }
    const built = builder.build();
    this.#parts = undefined;
    this.#whole = built.#whole;
    this.#runs = built.#runs;
  }

  /** The part from `start` to `end`. */
  slice(start: number, end: number): TracedText {
    return new TracedText(this.text.slice(start, end), this.piecesOf(start, end));
  }

  /** The pieces of a part, with offsets from its start. */
  piecesOf(start: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    for (let i = this.#pieceAt(start); i < this.#pieces.length; i++) {
      const { start: at, length, scalar, offset } = this.#pieces[i]!;
      if (at >= end) break;
      const from = Math.max(at, start);
      const kept = Math.min(at + length, end) - from;
      if (kept > 0) pieces.push({ start: from - start, length: kept, scalar, offset: offset + from - at });
    }
    return pieces;
  }

  /** The location of a part, in the file of its first character that is from a file. */
  locate(span: Span): FileSpan | undefined {
    const end = Math.max(span.end, span.start + 1);
    const pieces = this.piecesOf(span.start, end).filter((piece) => piece.scalar !== undefined);
    const [first] = pieces;
    if (first?.scalar === undefined) return this.#before(span.start);
    const { scalar } = first;
    const start = scalar.offset(first.offset);
    const last = pieces.findLast((piece) => piece.scalar === scalar) ?? first;
    const lastOffset = scalar.offset(last.offset + last.length - 1) + 1;
    return {
      fileIndex: scalar.fileIndex,
      span: { start, end: span.end > span.start ? Math.max(lastOffset, start) : start },
    };
  }

  /** The location that ends before an offset. */
  #before(offset: number): FileSpan | undefined {
    for (let i = Math.min(this.#pieceAt(offset), this.#pieces.length - 1); i >= 0; i--) {
      const { scalar, start, length, offset: inScalar } = this.#pieces[i]!;
      if (scalar === undefined || start > offset) continue;
      const at = scalar.offset(inScalar + Math.max(0, Math.min(offset - start, length) - 1)) + 1;
      return { fileIndex: scalar.fileIndex, span: { start: at, end: at } };
    }
    return undefined;
  }

  /** Lines and columns of an offset as the engine counts in a condition: from 1, in bytes, any line break one line. */
  enginePosition(offset: number): EnginePosition {
    const { text } = this;
    const from = this.#reached.offset <= offset ? this.#reached : beginning;
    let { line, column } = from;
    for (let i = from.offset; i < offset; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x0a || code === 0x0d) {
        line++;
        column = 1;
      } else column += byteLength(text, i, i + 1);
    }
    const index = from.index + byteLength(text, from.offset, offset);
    this.#reached = { offset, index, line, column };
    return { index, line, column };
  }

  /** Index of the piece that holds an offset, or of the last before it. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#pieces[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Builds a text from left to right. */
export class TracedTextBuilder {
  readonly #parts: string[] = [];
  #pieces: Piece[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(part: TracedText | string): void {
    if (typeof part === "string")
      this.#addPiece(part, { start: 0, length: part.length, scalar: undefined, offset: 0 });
    else this.addSlice(part, 0, part.text.length);
  }

  addSlice(source: TracedText, start: number, end: number): void {
    if (end <= start) return;
    const before = this.#length;
    this.#parts.push(source.text.slice(start, end));
    for (const { start: at, length, scalar, offset } of source.piecesOf(start, end))
      this.#pieces.push({ start: before + at, length, scalar, offset });
    this.#length += end - start;
  }

  /** The last character, empty when there is none. */
  get last(): string {
    return this.#parts.at(-1)?.at(-1) ?? "";
  }

  /** Removes the last character. */
  dropLast(): void {
    const part = this.#parts.pop();
    const piece = this.#pieces.pop();
    if (part === undefined || piece === undefined) return;
    this.#length--;
    if (part.length > 1) this.#parts.push(part.slice(0, -1));
    if (piece.length > 1) this.#pieces.push({ ...piece, length: piece.length - 1 });
  }

  build(): TracedText {
    return new TracedText(this.#parts.join(""), this.#pieces);
  }

  #addPiece(text: string, piece: Piece): void {
    if (text === "") return;
    this.#parts.push(text);
    this.#pieces.push({ ...piece, start: this.#length });
    this.#length += text.length;
  }
}
