import type { Span } from "../project/index.ts";
import type { Matcher } from "./promql.ts";

/** The texts that a matcher names one by one; undefined where it has a variable or a pattern. */
export function valuesOf({ operator, value }: Matcher): readonly string[] | undefined {
  if (value === undefined || value === "") return undefined;
  if (operator === "=" || operator === "!=") return [value];
  const parts = value.replace(/^\((.*)\)$/, "$1").split("|");
  return parts.every((part) => part !== "" && !/[\\^$.*+?()[\]{}]/.test(part)) ? parts : undefined;
}

/** The text between the quotes of a matcher's value. */
export function insideQuotes({ valueSpan: { start, end } }: Matcher): Span {
  return { start: start + 1, end: end - 1 };
}
