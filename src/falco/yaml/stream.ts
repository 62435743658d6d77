/** A position in a rules file as yaml-cpp counts: from 0, columns and offsets in bytes of UTF-8. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** UTF-16 units from the start of the text. */
  readonly index: number;
}

/** Characters of a text one by one, with the position of the next one. */
export class Stream {
  readonly text: string;
  index = 0;
  line = 0;
  column = 0;
  #offset = 0;
  /** The line break that ends lines: the first kind in the text. */
  #lineEnd: number | undefined;

  constructor(text: string) {
    this.text = text;
    // yaml-cpp counts from the end of a byte order mark.
    if (text.startsWith("\ufeff")) this.index = 1;
  }

  get ended(): boolean {
    return this.index >= this.text.length;
  }

  get mark(): Mark {
    return { line: this.line, column: this.column, offset: this.#offset, index: this.index };
  }

  /** Code of the character `ahead` of the next one, NaN after the end. */
  peek(ahead = 0): number {
    return this.text.charCodeAt(this.index + ahead);
  }

  /** Takes the next character and returns its code. */
  take(): number {
    const code = this.text.charCodeAt(this.index);
    if (Number.isNaN(code)) {
      // As in yaml-cpp, the position also moves after the end.
      this.column++;
      this.#offset++;
      return code;
    }
    this.index++;
    const width = byteWidth(code);
    this.#offset += width;
    this.column += width;
    if (code === lineFeed || code === carriageReturn) this.#lineBreak(code);
    return code;
  }

  skip(count: number): void {
    for (let i = 0; i < count; i++) this.take();
  }

  resetColumn(): void {
    this.column = 0;
  }

  #lineBreak(code: number): void {
    this.#lineEnd ??= code === lineFeed || this.peek() === lineFeed ? lineFeed : carriageReturn;
    if (code !== this.#lineEnd) return;
    this.column = 0;
    this.line++;
  }
}

export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const tab = 0x09;

/** Bytes of one UTF-16 unit in UTF-8; the halves of a pair share four. */
function byteWidth(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code >= 0xd800 && code < 0xe000 ? 2 : 3;
}
