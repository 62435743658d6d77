import { carriageReturn, lineFeed, type Stream, space, tab } from "./stream.ts";

export function isBlank(code: number): boolean {
  return code === space || code === tab;
}

export function isBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

export function isBlankOrBreak(code: number): boolean {
  return isBlank(code) || isBreak(code);
}

/** A blank, a line break, or the end of the text. */
export function isSeparator(code: number): boolean {
  return Number.isNaN(code) || isBlankOrBreak(code);
}

/** Length of the line break here. */
export function breakLength(stream: Stream): number {
  return stream.peek() === carriageReturn && stream.peek(1) === lineFeed ? 2 : 1;
}

export function isDocumentIndicator(stream: Stream): boolean {
  return isMarker(stream, 0x2d) || isMarker(stream, 0x2e);
}

/** This character three times, followed by a blank or a line break. */
export function isMarker(stream: Stream, code: number): boolean {
  return (
    stream.peek() === code &&
    stream.peek(1) === code &&
    stream.peek(2) === code &&
    isSeparator(stream.peek(3))
  );
}
