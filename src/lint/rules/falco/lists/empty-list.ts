/**
 * A condition has a pair of parentheses with nothing in it.
 *
 * ## Why
 *
 * No operator is true with an empty list, with or without a modifier.
 *
 * ## Instead
 *
 * Put the values between the parentheses, or remove the check.
 *
 * ## Notes
 *
 * A list that is empty by its definition is not reported: it is there to be filled by others.
 */

import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/empty-list",
    severity: "warning",
    confidence: "high",
    summary: "A check with `()` is never true",
    fixable: false,
  },
  (written) => {
    const { check } = written;
    if (check.kind !== "comparison" || check.right.kind !== "list" || check.right.values.length > 0)
      return undefined;
    // A list that is empty by its definition is there for others to fill.
    if (!/^\(\s*\)$/.test(written.written?.right ?? "")) return undefined;
    const operator = check.modifier === undefined ? check.operator : `${check.operator} ${check.modifier}`;
    return {
      message: `\`${operator} ()\` is never true; with \`not\` in front it is always true.`,
      help: "Name a value, or remove the check.",
    };
  },
);
