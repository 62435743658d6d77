import type { Location, Span } from "../project/index.ts";
import type { LocatedEdit } from "./rule.ts";

/**
 * The edit that takes one of several parts out, with what joins it to its neighbour; undefined where a comment, a
 * parenthesis or a line of another file is between them.
 *
 * @param parts where they are written, in their order
 * @param joint what joins two of them, as a whole
 */
export function removal(
  parts: readonly (Location | undefined)[],
  index: number,
  joint: RegExp,
): LocatedEdit | undefined {
  const isLast = index > 0;
  const [before, after] = isLast ? [parts[index - 1], parts[index]] : [parts[0], parts[1]];
  if (before === undefined || after === undefined || before.text !== after.text) return undefined;
  const between: Span = { start: before.span.end, end: after.span.start };
  if (between.start > between.end) return undefined;
  const { text } = before;
  if (!joint.test(text.content.slice(between.start, between.end))) return undefined;
  const span = isLast
    ? { start: between.start, end: after.span.end }
    : { start: before.span.start, end: between.end };
  return { at: { text, span }, text: "" };
}

/** The text between the values of a list in brackets or parentheses. */
export const comma = /^\s*,\s*$/;
