import { breakLength, isBlankOrBreak, isBreak, isSeparator } from "./characters.ts";
import { colon, double, flowEnds, flowPlainEnds, hash, single } from "./codes.ts";
import { backslash, type ScalarRules, singleQuote } from "./scalar.ts";
import type { Stream } from "./stream.ts";

/** @param indent the least column of the lines that continue it; undefined between brackets */
export function plainRules(indent: number | undefined): ScalarRules {
  return {
    end: indent === undefined ? flowPlainEnd : plainEnd,
    closes: false,
    indent: indent ?? 0,
    detectIndent: false,
    skipLeadingBlanks: true,
    escape: undefined,
    fold: "flow",
    trimTrailingBlanks: true,
    chomp: "strip",
    documentIndicator: "end",
    tabIndentIsError: true,
  };
}

export function quotedRules(isSingle: boolean): ScalarRules {
  return {
    end: isSingle ? singleQuoteEnd : doubleQuoteEnd,
    closes: true,
    indent: 0,
    detectIndent: false,
    skipLeadingBlanks: true,
    escape: isSingle ? singleQuote : backslash,
    fold: "flow",
    trimTrailingBlanks: false,
    chomp: "clip",
    documentIndicator: "error",
    tabIndentIsError: false,
  };
}

/**
 * @param parent column of the block that holds it
 * @param indent columns that the header adds to that, undefined where the first line sets them
 */
export function blockRules(
  folded: boolean,
  chomp: ScalarRules["chomp"],
  parent: number,
  indent: number | undefined,
): ScalarRules {
  return {
    end: undefined,
    closes: false,
    indent: (indent ?? 1) + Math.max(0, parent),
    detectIndent: indent === undefined,
    skipLeadingBlanks: false,
    escape: undefined,
    fold: folded ? "block" : "none",
    trimTrailingBlanks: false,
    chomp,
    documentIndicator: "text",
    tabIndentIsError: true,
  };
}

function startsComment(stream: Stream): boolean {
  const next = stream.peek();
  return isBlankOrBreak(next) && stream.peek(isBreak(next) ? breakLength(stream) : 1) === hash;
}

function plainEnd(stream: Stream): number | undefined {
  return (stream.peek() === colon && isSeparator(stream.peek(1))) || startsComment(stream) ? 1 : undefined;
}

function flowPlainEnd(stream: Stream): number | undefined {
  const next = stream.peek();
  if (flowPlainEnds.has(next) || startsComment(stream)) return 1;
  if (next !== colon) return undefined;
  const after = stream.peek(1);
  return isSeparator(after) || flowEnds.has(after) ? 1 : undefined;
}

function singleQuoteEnd(stream: Stream): number | undefined {
  return stream.peek() === single && stream.peek(1) !== single ? 1 : undefined;
}

function doubleQuoteEnd(stream: Stream): number | undefined {
  return stream.peek() === double ? 1 : undefined;
}
