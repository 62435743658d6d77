/**
 * The first value of a list has an escape that Falco does not know, and the list is empty by that.
 *
 * ## Why
 *
 * Falco takes a first value that it cannot read for the end of an empty list, where it is the only one. The
 * rule loads and never matches.
 *
 * ## Instead
 *
 * Double the backslash: `"ba\\sh"`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/list-emptied-by-escape",
    severity: "error",
    confidence: "high",
    summary: "A list is empty for Falco, as its first value cannot be read",
    fixable: false,
  },
  ({ check, in: { text } }) => {
    if (check.kind !== "comparison" || check.right.kind !== "list" || check.right.values.length > 0)
      return undefined;
    const { start, end } = check.right.span;
    const inside = text.text.slice(start + 1, end - 1).trim();
    if (inside === "") return undefined;
    return {
      span: check.right.span,
      message: `Falco takes \`(${inside})\` for an empty list, as it cannot read the value.`,
      help: "Between quotes a backslash is written twice: `\\\\`.",
    };
  },
);
