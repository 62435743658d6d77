/**
 * A check with an empty list makes Falco crash when it is evaluated.
 *
 * ## Why
 *
 * Fields with a comparison of their own read the first value of the list without asking whether there is one:
 * `fd.net in ()`, and any of them with `oneof`, `anyof` or `allof` and an empty list. Often the list was
 * emptied by an override in another file, and the node has no Falco from the first matching event on.
 *
 * ## Instead
 *
 * Use fields that compare one end, which work with an empty list:
 * `(fd.cnet in (blocked_networks) or fd.snet in (blocked_networks))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { checkRule } from "../../../check-rule.ts";
import { hasOwnComparison } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/empty-list-crashes",
    severity: "error",
    confidence: "high",
    summary: "An empty list ends the engine",
    fixable: false,
  },
  ({ check, field, values, open }) => {
    if (check.kind !== "comparison" || check.right.kind !== "list" || values.length > 0 || open)
      return undefined;
    if (field === undefined || !hasOwnComparison(field)) return undefined;
    const isNet = field.name === "fd.net" && (check.operator === "in" || check.operator === "intersects");
    if (!isNet && (check.modifier === undefined || check.operator === "regex")) return undefined;
    const operator = check.modifier === undefined ? check.operator : `${check.operator} ${check.modifier}`;
    return {
      message: `\`${field.key} ${operator} ()\` crashes Falco when it is evaluated.`,
      help: "Name at least one value, or remove the check.",
    };
  },
);
