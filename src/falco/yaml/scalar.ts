import { breakLength, isBlank, isBreak, isDocumentIndicator } from "./characters.ts";
import { YamlFailure } from "./failure.ts";
import { type Stream, space, tab } from "./stream.ts";

/** How a scalar is read. */
export interface ScalarRules {
  /** Number of characters that end the scalar here; undefined if it continues. */
  readonly end: ((stream: Stream) => number | undefined) | undefined;
  /** Whether the end is required and part of the scalar. */
  readonly closes: boolean;
  /** The least column of a line that still belongs to the scalar. */
  indent: number;
  /** Whether the first line with content sets the indentation. */
  readonly detectIndent: boolean;
  readonly skipLeadingBlanks: boolean;
  /** Code of the character that escapes. */
  readonly escape: number | undefined;
  readonly fold: "none" | "block" | "flow";
  readonly trimTrailingBlanks: boolean;
  readonly chomp: "strip" | "clip" | "keep";
  readonly documentIndicator: "text" | "end" | "error";
  readonly tabIndentIsError: boolean;
}

export interface ScannedScalar {
  readonly value: string;
  /** Whether it ended because a line is indented less. */
  readonly endedByIndent: boolean;
}

export const backslash = 0x5c;
export const singleQuote = 0x27;

/** Reads a scalar the way yaml-cpp does: a line, its break, the blanks of the next line, and so on. */
export function scanScalar(stream: Stream, rules: ScalarRules): ScannedScalar {
  return new ScalarScanner(stream, rules).scan();
}

class ScalarScanner {
  readonly #stream: Stream;
  readonly #rules: ScalarRules;
  #value = "";
  #foundContent = false;
  #pastOpeningBreak: boolean;
  #emptyLine = false;
  #moreIndented = false;
  #foldedBreaks = 0;
  #foldStartedMoreIndented = false;
  /** Length of the value after the last escape, -1 if there is none. */
  #lastEscape = -1;
  /** Length of the value up to the last character of the line that is not a blank. */
  #lastContent = 0;
  /** Whether a backslash escapes the break of the line. */
  #escapedBreak = false;

  constructor(stream: Stream, rules: ScalarRules) {
    this.#stream = stream;
    this.#rules = rules;
    this.#pastOpeningBreak = rules.fold === "flow";
  }

  scan(): ScannedScalar {
    const stream = this.#stream;
    const rules = this.#rules;
    let endedByIndent = false;
    while (!stream.ended) {
      this.#readLine();
      if (this.#endsHere()) break;
      if (rules.fold === "flow") this.#value = this.#value.slice(0, this.#lastContent);
      stream.skip(breakLength(stream));
      this.#skipIndent();
      this.#foldBreak(isBreak(stream.peek()), isBlank(stream.peek()));
      if (!this.#emptyLine && stream.column < rules.indent) {
        endedByIndent = true;
        break;
      }
    }
    return { value: this.#trimmed(), endedByIndent };
  }

  #ending(): number | undefined {
    const { end } = this.#rules;
    if (end !== undefined) return end(this.#stream);
    return this.#stream.ended ? 0 : undefined;
  }

  #atDocumentIndicator(): boolean {
    return this.#stream.column === 0 && isDocumentIndicator(this.#stream);
  }

  /** Reads up to the end of the line or of the scalar. */
  #readLine(): void {
    const stream = this.#stream;
    const { documentIndicator, escape: escapeSign } = this.#rules;
    this.#lastContent = this.#value.length;
    this.#escapedBreak = false;
    /** Start of the text that is not in the value yet. */
    let from = stream.index;
    for (let next = stream.peek(); this.#ending() === undefined && !isBreak(next); next = stream.peek()) {
      if (stream.ended) break;
      if (documentIndicator !== "text" && this.#atDocumentIndicator()) {
        if (documentIndicator === "end") break;
        throw new YamlFailure(
          "a document marker is inside a quoted text; close the quote before it",
          stream.mark,
        );
      }
      this.#foundContent = true;
      this.#pastOpeningBreak = true;
      if (next === escapeSign) {
        this.#value += stream.text.slice(from, stream.index);
        this.#readEscape(next);
        from = stream.index;
        if (this.#escapedBreak) break;
        continue;
      }
      stream.take();
      if (!isBlank(next)) this.#lastContent = this.#value.length + stream.index - from;
    }
    this.#value += stream.text.slice(from, stream.index);
  }

  #readEscape(sign: number): void {
    const stream = this.#stream;
    this.#escapedBreak = sign === backslash && isBreak(stream.peek(1));
    if (this.#escapedBreak) stream.take();
    else this.#value += readEscape(stream);
    this.#lastContent = this.#value.length;
    this.#lastEscape = this.#value.length;
  }

  /** Whether the scalar ends where the line does; takes its closing quote. */
  #endsHere(): boolean {
    const stream = this.#stream;
    const { closes, documentIndicator } = this.#rules;
    if (stream.ended) {
      if (closes) throw new YamlFailure("a quote is never closed", stream.mark);
      return true;
    }
    if (documentIndicator === "end" && this.#atDocumentIndicator()) return true;
    const end = this.#ending();
    if (end === undefined) return false;
    if (closes) stream.skip(end);
    return true;
  }

  /** Skips the blanks at the start of a line that do not belong to the value. */
  #skipIndent(): void {
    const stream = this.#stream;
    const rules = this.#rules;
    const detects = rules.detectIndent && !this.#foundContent;
    while (
      stream.peek() === space &&
      (stream.column < rules.indent || detects) &&
      this.#ending() === undefined
    )
      stream.take();
    if (detects) rules.indent = Math.max(rules.indent, stream.column);
    while (isBlank(stream.peek())) {
      if (stream.peek() === tab && stream.column < rules.indent && rules.tabIndentIsError)
        throw new YamlFailure("a tab indents this line; indent with blanks", stream.mark);
      if (!rules.skipLeadingBlanks || this.#ending() !== undefined) break;
      stream.take();
    }
  }

  /** Adds the result of folding the line break before this line. */
  #foldBreak(nextEmpty: boolean, nextMoreIndented: boolean): void {
    const { fold } = this.#rules;
    if (fold === "block" && this.#foldedBreaks === 0 && nextEmpty)
      this.#foldStartedMoreIndented = this.#moreIndented;
    if (this.#pastOpeningBreak) {
      if (fold === "none") this.#value += "\n";
      else if (fold === "block") this.#foldBlockBreak(nextEmpty, nextMoreIndented);
      else if (nextEmpty) this.#value += "\n";
      else if (!this.#emptyLine && !this.#escapedBreak) this.#value += " ";
    }
    this.#emptyLine = nextEmpty;
    this.#moreIndented = nextMoreIndented;
    this.#pastOpeningBreak = true;
  }

  #foldBlockBreak(nextEmpty: boolean, nextMoreIndented: boolean): void {
    const isNormal = !this.#emptyLine && !nextEmpty && !this.#moreIndented && !nextMoreIndented;
    if (isNormal && this.#stream.column >= this.#rules.indent) this.#value += " ";
    else if (nextEmpty) this.#foldedBreaks++;
    else this.#value += "\n";
    if (nextEmpty || this.#foldedBreaks === 0) return;
    this.#value += "\n".repeat(this.#foldedBreaks - 1);
    if (this.#foldStartedMoreIndented || nextMoreIndented || !this.#foundContent) this.#value += "\n";
    this.#foldedBreaks = 0;
  }

  #trimmed(): string {
    const { trimTrailingBlanks, chomp } = this.#rules;
    let value = this.#value;
    if (trimTrailingBlanks) value = value.slice(0, Math.max(lastNot(value, " \t"), this.#lastEscape) + 1);
    if (chomp === "keep") return value;
    const last = Math.max(lastNot(value, "\n"), this.#lastEscape);
    return last < 0 ? "" : value.slice(0, last + (chomp === "strip" ? 1 : 2));
  }
}

/** Index of the last character that is not one of these, -1 if there is none. */
function lastNot(value: string, characters: string): number {
  let index = value.length - 1;
  while (index >= 0 && characters.includes(value[index]!)) index--;
  return index;
}

const escapes = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
  ["/", "/"],
  // yaml-cpp turns these two into one byte, which is not valid UTF-8.
  ["N", "\udc85"],
  ["_", "\udca0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);
const hexLengths = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

function readEscape(stream: Stream): string {
  const sign = stream.take();
  const character = stream.text[stream.index] ?? "";
  const { mark } = stream;
  stream.take();
  if (sign === singleQuote) return "'";
  const plain = escapes.get(character);
  if (plain !== undefined) return plain;
  const length = hexLengths.get(character);
  if (length === undefined)
    throw new YamlFailure(
      `\`\\${character}\` is not an escape between double quotes; write \`\\\\\` for a backslash, or use single quotes`,
      // yaml-cpp has taken one byte of the character.
      { ...mark, column: mark.column + 1, offset: mark.offset + 1 },
    );
  const digits = stream.text.slice(stream.index, stream.index + length);
  stream.skip(length);
  if (digits.length < length || !/^[0-9a-fA-F]*$/.test(digits))
    throw new YamlFailure(`\`\\${character}\` needs ${length} hexadecimal digits`, stream.mark);
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    throw new YamlFailure(`\`\\${character}${digits}\` is not a Unicode character`, stream.mark);
  return String.fromCodePoint(code);
}
