import stringWidth from "string-width";

/** Columns of a terminal that a text without control characters takes. */
export function textWidth(text: string): number {
  return stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - textWidth(text))) + text;
}

/** A text of at most `width` columns, with an ellipsis where it goes on. */
export function clipTo(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Breaks a text into lines of at most `width` columns: at spaces, and a longer word, such as a path, where it has to be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ").flatMap((word) => wordParts(word, width))) {
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

/** A word in one colour, or in none. */
const painted = /^((?:\u001b\[[\d;]*m)*)([^\u001b]*)((?:\u001b\[[\d;]*m)*)$/;

/** The parts of a word that fit into lines, of a path up to a slash. */
function wordParts(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  const [, before = "", plain = "", after = ""] = painted.exec(word) ?? [];
  if (before + after !== "") return wordParts(plain, width).map((part) => before + part + after);
  if (plain === "" || textWidth(word) !== word.length) return [word];
  const parts: string[] = [];
  let rest = word;
  while (rest.length > width) {
    const slash = rest.lastIndexOf("/", width - 1) + 1;
    const end = slash > width / 3 ? slash : width;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

/** A line of a terminal, with colours or without, whose further lines are so many columns further in than the first. */
export function hang(line: string, width: number, deeper = 2): string[] {
  if (textWidth(line) <= width) return [line];
  const [, paint = "", indent = ""] = /^((?:\u001b\[[\d;]*m)*)( *)/.exec(line)!;
  const inner = indent + " ".repeat(deeper);
  const [first = "", ...rest] = wrap(
    line.slice(paint.length + indent.length),
    Math.max(20, width - inner.length),
  );
  return [paint + indent + first, ...rest.map((part) => inner + part)];
}

/** All lines of a text, each as {@link hang} breaks it. */
export function hangAll(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => hang(line, width))
    .join("\n");
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
  const isWhole = !cutLeft && !cutRight && column <= width;
  const marked = cells.findIndex((cell) => cell.offset >= start);
  const [first, last] = isWhole
    ? [0, cells.length]
    : around(cells, marked === -1 ? cells.length : marked, Math.max(1, width - 2));
  return join(cells.slice(first, last), start, end, {
    before: first > 0 || cutLeft,
    after: last < cells.length || cutRight,
  });
}

/** The first and the last cell (exclusive) that fit into the room around a cell. */
function around(cells: readonly Cell[], center: number, room: number): [number, number] {
  // A third of the room for the text before the mark; unused room goes to the end.
  let first = center;
  let last = center;
  let used = 0;
  while (first > 0 && used + cells[first - 1]!.width <= room / 3) used += cells[--first]!.width;
  while (last < cells.length && used + cells[last]!.width <= room) used += cells[last++]!.width;
  while (first > 0 && used + cells[first - 1]!.width <= room) used += cells[--first]!.width;
  return [first, last];
}

/** The cells as a text, with an ellipsis on the sides where the line goes on. */
function join(
  cells: readonly Cell[],
  start: number,
  end: number,
  more: { readonly before: boolean; readonly after: boolean },
): Window {
  let text = more.before ? "…" : "";
  let at = text.length;
  let markStart = -1;
  let markEnd = -1;
  for (const cell of cells) {
    if (markStart === -1 && cell.offset >= start) markStart = at;
    if (cell.offset < end) markEnd = at + cell.width;
    text += cell.text;
    at += cell.width;
  }
  if (markStart === -1) markStart = at;
  return { text: more.after ? `${text}…` : text, start: markStart, end: Math.max(markEnd, markStart + 1) };
}
