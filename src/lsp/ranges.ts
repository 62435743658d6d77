import type { Range } from "vscode-languageserver";
import type { Location, Source, Span, Text } from "../project/index.ts";

/** A location of any text as a range of the file that holds it, in UTF-16 units. */
export function rangeOf({ text, span }: Location): Range {
  const { start, end } = text.locate(span);
  return rangeFrom(start, end);
}

/** Lines and columns from 1, as findings have them, as a range of the protocol, where both are from 0. */
export function rangeFrom(start: Point, end: Point): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

interface Point {
  readonly line: number;
  readonly column: number;
}

/** Offset of a position of the protocol in a file. */
export function offsetAt(file: Text, { line, character }: Range["start"]): number {
  const starts = file.lineStarts;
  const start = starts[line];
  if (start === undefined) return file.content.length;
  const next = starts[line + 1];
  return Math.min(start + character, next === undefined ? file.content.length : next - 1);
}

/** The source at an offset of a file, with the offset in it: the innermost, where texts are embedded. */
export interface Spot {
  readonly source: Source;
  /** In the text of the source. */
  readonly offset: number;
}

/** The offset in an embedded text of the character at an offset of its file; undefined where it holds none there. */
export function inwards(text: Text, offset: number): number | undefined {
  if (text.outer === undefined) return offset;
  let low = 0;
  let high = text.content.length;
  // Offsets of the file grow with those of the text.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fileOffset(text, middle) < offset) low = middle + 1;
    else high = middle;
  }
  const found = fileOffset(text, low);
  if (found === offset) return low;
  // Between two characters of the text: indentation, or behind the last one.
  if (low === text.content.length && low > 0 && fileOffset(text, low - 1) + 1 === offset) return low;
  return low > 0 && found > offset && text.content[low - 1] === "\n" ? low : undefined;
}

function fileOffset(text: Text, offset: number): number {
  const { span }: { span: Span } = text.toFile({ start: offset, end: offset });
  return span.start;
}
