const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

const joining = /^[\p{M}\p{Cf}]$/u;

/** Columns of a terminal that a character takes: 0 for combining marks, 2 for East Asian wide and emoji. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (joining.test(character)) return 0;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Columns of a terminal that a text without control characters takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - textWidth(text))) + text;
}

/** Breaks a text at spaces into lines of at most `width` columns; a longer word stands alone in its line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const size = textWidth(word);
    if (line !== "" && used + 1 + size > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    if (line !== "") {
      line += " ";
      used++;
    }
    line += word;
    used += size;
  }
  lines.push(line);
  return lines;
}

/** A slice of a line for a terminal, and the columns (from 0, end exclusive) that the marked part takes in it. */
export interface Window {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const tabStop = 4;

interface Cell {
  readonly text: string;
  readonly width: number;
  /** Of its character in the line. */
  readonly offset: number;
}

function cellOf(character: string, column: number, offset: number, visible: (text: string) => string): Cell {
  if (character >= " " && character <= "~") return { text: character, width: 1, offset };
  const text = character === "\t" ? " ".repeat(tabStop - (column % tabStop)) : visible(character);
  return { text, width: textWidth(text), offset };
}

/**
 * Shows the part of a line around `start` to `end` (UTF-16 offsets) in at most `width` columns: tabs expanded,
 * control characters made visible, an ellipsis where the line goes on. Reads no more of a long line than it
 * shows.
 */
export function windowOf(
  line: string,
  start: number,
  end: number,
  width: number,
  visible: (text: string) => string,
): Window {
  // A unit takes a column or more, save for marks that join to the character before.
  const from = Math.max(0, start - width);
  const cells: Cell[] = [];
  let column = 0;
  let offset = from;
  for (const character of line.slice(from, start + width)) {
    const cell = cellOf(character, column, offset, visible);
    cells.push(cell);
    column += cell.width;
    offset += character.length;
  }
  const cutLeft = from > 0;
  const cutRight = offset < line.length;

  let first = 0;
  let last = cells.length;
  if (cutLeft || cutRight || column > width) {
    const room = Math.max(1, width - 2);
    const marked = cells.findIndex((cell) => cell.offset >= start);
    const center = marked === -1 ? cells.length : marked;
    // A third of the room for what stands before the mark; what is left over there goes to the end.
    first = center;
    let used = 0;
    while (first > 0 && used + cells[first - 1]!.width <= room / 3) used += cells[--first]!.width;
    last = center;
    while (last < cells.length && used + cells[last]!.width <= room) used += cells[last++]!.width;
    while (first > 0 && used + cells[first - 1]!.width <= room) used += cells[--first]!.width;
  }

  let text = first > 0 || cutLeft ? "…" : "";
  let at = text.length;
  let markStart = -1;
  let markEnd = -1;
  for (const cell of cells.slice(first, last)) {
    if (markStart === -1 && cell.offset >= start) markStart = at;
    if (cell.offset < end) markEnd = at + cell.width;
    text += cell.text;
    at += cell.width;
  }
  if (markStart === -1) markStart = at;
  if (last < cells.length || cutRight) text += "…";
  return { text, start: markStart, end: Math.max(markEnd, markStart + 1) };
}
