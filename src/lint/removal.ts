import type { Entry, Location, MapNode, Span } from "../project/index.ts";
import type { WrittenCheck } from "./conditions.ts";
import type { LocatedEdit, Problem } from "./rule.ts";

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

/** The edit that takes a check out of the `and` that it is a part of; undefined where it is a part of something else. */
export function withoutCheck({
  check,
  path: [parent],
  in: condition,
}: WrittenCheck): LocatedEdit | undefined {
  if (parent?.kind !== "and") return undefined;
  const parts = parent.children.map(({ span }) => condition.location(span));
  return removal(parts, parent.children.indexOf(check), /^\s+and\s+$/i);
}

/**
 * The edit that takes a key with its value out of a block map, with its lines. Undefined for the only key of a map, one
 * that shares a line with something else, and one whose value is written elsewhere.
 */
export function withoutKey(map: MapNode, { keyLocation, value }: Entry): LocatedEdit | undefined {
  const { text, span } = keyLocation;
  if (map.entries.length < 2 || value.text !== text || value.span.end < span.end) return undefined;
  const { content } = text;
  const start = content.lastIndexOf("\n", span.start - 1) + 1;
  // The span of a block ends behind its last line.
  const valueEnd = content.slice(0, value.span.end).trimEnd().length;
  const lineEnd = content.indexOf("\n", valueEnd);
  const end = lineEnd === -1 ? content.length : lineEnd + 1;
  const isAlone =
    /^ *$/.test(content.slice(start, span.start)) && /^\s*(?:#.*)?$/.test(content.slice(valueEnd, end));
  return isAlone ? { at: { text, span: { start, end } }, text: "" } : undefined;
}

/** The fix that removes a key that is ignored. @param safe whether the version that ignores it is the deployed one */
export function removeIgnoredKey(map: MapNode, entry: Entry, safe: boolean): Pick<Problem, "fix"> {
  const edit = withoutKey(map, entry);
  return edit === undefined ? {} : { fix: { description: `Remove "${entry.key}"`, safe, edits: [edit] } };
}
