import type { EmbeddedStyle, Segment } from "./source-text.ts";

export type ScalarStyle = EmbeddedStyle;

/**
 * Where the characters of a YAML scalar's value are in its source, so that an error inside an embedded
 * text or a condition can be shown at its own line and column.
 *
 * @param source the whole text
 * @param start offset of the scalar's first character: its quote, its `|` or `>`, or its first letter
 * @param end offset behind its last character
 */
export function scalarSegments(
  source: string,
  start: number,
  end: number,
  style: ScalarStyle,
  value: string,
): Segment[] {
  const segments = new Segments();
  if (style === "literal" || style === "folded") alignBlock(source, start, end, value, segments);
  else if (style === "plain") alignFlow(source, start, end, value, segments, style);
  else alignFlow(source, start + 1, end - 1, value, segments, style);
  return segments.list;
}

class Segments {
  readonly list: { inner: number; outer: number; length: number }[] = [];

  add(inner: number, outer: number, length: number): void {
    const last = this.list.at(-1);
    if (last !== undefined && last.inner + last.length === inner && last.outer + last.length === outer) {
      last.length += length;
    } else this.list.push({ inner, outer, length });
  }
}

/** Block scalars keep each line whole: only the indentation goes, and line breaks may fold. */
function alignBlock(source: string, start: number, end: number, value: string, segments: Segments): void {
  const headerEnd = source.indexOf("\n", start);
  if (headerEnd === -1 || headerEnd >= end) return;
  const indent = blockIndent(source, start, headerEnd, end);
  let inner = 0;
  for (let line = headerEnd + 1; line < end && inner < value.length; ) {
    const lineBreak = source.indexOf("\n", line);
    let lineEnd = lineBreak === -1 || lineBreak >= end ? end : lineBreak;
    const next = lineEnd + 1;
    if (source[lineEnd - 1] === "\r") lineEnd--;
    const from = Math.min(line + indent, lineEnd);
    const length = Math.min(lineEnd - from, value.length - inner);
    if (length > 0) segments.add(inner, from, length);
    inner += length;
    // A line break is kept, becomes a blank, or (between a folded line and a blank one) goes.
    if (value[inner] === "\n" || (value[inner] === " " && length > 0)) segments.add(inner++, lineEnd, 1);
    line = next;
  }
}

function blockIndent(source: string, start: number, headerEnd: number, end: number): number {
  let indent = 0;
  for (let line = headerEnd + 1; line < end; ) {
    let i = line;
    while (i < end && source[i] === " ") i++;
    if (i < end && source[i] !== "\n" && source[i] !== "\r") {
      indent = i - line;
      break;
    }
    const lineBreak = source.indexOf("\n", i);
    if (lineBreak === -1) break;
    line = lineBreak + 1;
  }
  const explicit = /^[|>][+-]?([1-9])/.exec(source.slice(start, headerEnd))?.[1];
  if (explicit === undefined) return indent;
  // An explicit indicator counts from the parent's indentation, which is that of the line with the header.
  const lineStart = source.lastIndexOf("\n", start) + 1;
  let parent = lineStart;
  while (source[parent] === " ") parent++;
  while (source[parent] === "-" && source[parent + 1] === " ") {
    parent += 2;
    while (source[parent] === " ") parent++;
  }
  return Math.min(indent, parent - lineStart + Number(explicit));
}

const longEscapes: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** Flow scalars fold line breaks; quoted ones also have escapes. */
function alignFlow(
  source: string,
  start: number,
  end: number,
  value: string,
  segments: Segments,
  style: "plain" | "single-quoted" | "double-quoted",
): void {
  let inner = 0;
  let outer = start;
  while (outer < end && inner < value.length) {
    const char = source[outer]!;
    const fold = foldEnd(source, outer, end);
    if (fold > outer) {
      inner = addFold(value, inner, outer, segments);
      outer = fold;
    } else if (style === "double-quoted" && char === "\\") {
      const sequence = escapeAt(source, outer, end, value.codePointAt(inner)!);
      if (sequence.units > 0) segments.add(inner, outer, sequence.units);
      inner += sequence.units;
      outer = sequence.end;
    } else {
      segments.add(inner++, outer, 1);
      outer += style === "single-quoted" && char === "'" ? 2 : 1;
    }
  }
}

/** How many code units an escape stands for, none where it joins lines, and the offset after it. */
function escapeAt(
  source: string,
  at: number,
  end: number,
  codePoint: number,
): { readonly units: number; readonly end: number } {
  const escaped = source[at + 1] ?? "";
  if (escaped === "\n" || escaped === "\r")
    return { units: 0, end: Math.max(foldEnd(source, at + 1, end), at + 2) };
  const units = escaped === "U" && codePoint > 0xffff ? 2 : 1;
  return { units, end: at + (longEscapes[escaped] ?? 2) };
}

/** A fold is one blank, or as many line breaks as there are blank lines. Returns the offset after it. */
function addFold(value: string, start: number, outer: number, segments: Segments): number {
  if (value[start] === " ") {
    segments.add(start, outer, 1);
    return start + 1;
  }
  let inner = start;
  while (inner < value.length && value[inner] === "\n") segments.add(inner++, outer, 1);
  return inner;
}

/** Behind a line break with the blanks around it and the blank lines after it; `at` when there is none. */
function foldEnd(source: string, at: number, end: number): number {
  let i = at;
  while (i < end && (source[i] === " " || source[i] === "\t")) i++;
  if (i >= end || (source[i] !== "\n" && source[i] !== "\r")) return at;
  while (i < end && /[ \t\r\n]/.test(source[i]!)) i++;
  return i;
}
