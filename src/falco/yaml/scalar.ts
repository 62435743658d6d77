import { breakLength, isBlank, isBreak, isDocumentIndicator } from "./characters.ts";
import { YamlFailure } from "./failure.ts";
import { type Stream, space, tab } from "./stream.ts";

/** How a scalar is read. */
export interface ScalarRules {
  /** Number of characters that end the scalar here, undefined where it goes on. */
  readonly end: ((stream: Stream) => number | undefined) | undefined;
  /** Whether the end is part of the scalar and has to come. */
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
  /** Whether it ended because a line stands further left. */
  readonly endedByIndent: boolean;
}

export const backslash = 0x5c;
export const singleQuote = 0x27;

/** Reads a scalar the way yaml-cpp does: a line, its break, the blanks of the next line, and so on. */
export function scanScalar(stream: Stream, rules: ScalarRules): ScannedScalar {
  let value = "";
  let foundContent = false;
  let pastOpeningBreak = rules.fold === "flow";
  let emptyLine = false;
  let moreIndented = false;
  let foldedBreaks = 0;
  let foldStartedMoreIndented = false;
  let lastEscape = -1;
  let endedByIndent = false;
  const ends = () => rules.end?.(stream) ?? (rules.end === undefined && stream.ended ? 0 : undefined);
  const atDocumentIndicator = () => stream.column === 0 && isDocumentIndicator(stream);

  while (!stream.ended) {
    let lastContent = value.length;
    let escapedBreak = false;
    /** What of this line is not in the value yet. */
    let from = stream.index;
    const flush = () => {
      value += stream.text.slice(from, stream.index);
    };
    for (let next = stream.peek(); ends() === undefined && !isBreak(next); next = stream.peek()) {
      if (stream.ended) break;
      if (rules.documentIndicator !== "text" && atDocumentIndicator()) {
        if (rules.documentIndicator === "end") break;
        throw new YamlFailure(
          "a document marker stands inside of a quoted text; close the quote before it",
          stream.mark,
        );
      }
      foundContent = true;
      pastOpeningBreak = true;
      if (next === rules.escape) {
        flush();
        escapedBreak = next === backslash && isBreak(stream.peek(1));
        if (escapedBreak) stream.take();
        else value += readEscape(stream);
        from = stream.index;
        lastContent = value.length;
        lastEscape = value.length;
        if (escapedBreak) break;
        continue;
      }
      stream.take();
      if (!isBlank(next)) lastContent = value.length + stream.index - from;
    }
    flush();

    if (stream.ended) {
      if (rules.closes) throw new YamlFailure("a quote is never closed", stream.mark);
      break;
    }
    if (rules.documentIndicator === "end" && atDocumentIndicator()) break;
    const end = ends();
    if (end !== undefined) {
      if (rules.closes) stream.skip(end);
      break;
    }
    if (rules.fold === "flow") value = value.slice(0, lastContent);

    stream.skip(breakLength(stream));

    while (
      stream.peek() === space &&
      (stream.column < rules.indent || (rules.detectIndent && !foundContent)) &&
      ends() === undefined
    )
      stream.take();
    if (rules.detectIndent && !foundContent) rules.indent = Math.max(rules.indent, stream.column);
    while (isBlank(stream.peek())) {
      if (stream.peek() === tab && stream.column < rules.indent && rules.tabIndentIsError)
        throw new YamlFailure("a tab indents this line; indent with blanks", stream.mark);
      if (!rules.skipLeadingBlanks || ends() !== undefined) break;
      stream.take();
    }

    const nextEmpty = isBreak(stream.peek());
    const nextMoreIndented = isBlank(stream.peek());
    if (rules.fold === "block" && foldedBreaks === 0 && nextEmpty) foldStartedMoreIndented = moreIndented;
    if (pastOpeningBreak) {
      if (rules.fold === "none") value += "\n";
      else if (rules.fold === "flow") {
        if (nextEmpty) value += "\n";
        else if (!emptyLine && !escapedBreak) value += " ";
      } else {
        const joins =
          !emptyLine && !nextEmpty && !moreIndented && !nextMoreIndented && stream.column >= rules.indent;
        if (joins) value += " ";
        else if (nextEmpty) foldedBreaks++;
        else value += "\n";
        if (!nextEmpty && foldedBreaks > 0) {
          value += "\n".repeat(foldedBreaks - 1);
          if (foldStartedMoreIndented || nextMoreIndented || !foundContent) value += "\n";
          foldedBreaks = 0;
        }
      }
    }
    emptyLine = nextEmpty;
    moreIndented = nextMoreIndented;
    pastOpeningBreak = true;
    if (!emptyLine && stream.column < rules.indent) {
      endedByIndent = true;
      break;
    }
  }

  if (rules.trimTrailingBlanks) value = value.slice(0, Math.max(lastNot(value, " \t"), lastEscape) + 1);
  if (rules.chomp !== "keep") {
    const last = Math.max(lastNot(value, "\n"), lastEscape);
    if (last < 0) value = "";
    else value = value.slice(0, last + (rules.chomp === "strip" ? 1 : 2));
  }
  return { value, endedByIndent };
}

/** Index of the last character that is none of these, -1 when there is none. */
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
  // yaml-cpp makes one byte of these two, which is no valid UTF-8.
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
      `\`\\${character}\` is no escape between double quotes; write \`\\\\\` for a backslash, or use single quotes`,
      // yaml-cpp has taken one byte of the character.
      { ...mark, column: mark.column + 1, offset: mark.offset + 1 },
    );
  const digits = stream.text.slice(stream.index, stream.index + length);
  stream.skip(length);
  if (digits.length < length || !/^[0-9a-fA-F]*$/.test(digits))
    throw new YamlFailure(`\`\\${character}\` needs ${length} hexadecimal digits`, stream.mark);
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    throw new YamlFailure(`\`\\${character}${digits}\` is no Unicode character`, stream.mark);
  return String.fromCodePoint(code);
}
