/**
 * Alternatives that are joined by `or` leave no value out.
 *
 * ## Why
 *
 * `proc.name != bash or proc.name != zsh` is true for every name, as none is both. The check is no check, and
 * the rule alerts on everything else that it asks for.
 *
 * ## Instead
 *
 * Ask for the opposite of all values at once: `not proc.name in (bash, zsh)`.
 *
 * ## Notes
 *
 * It is proven as in `falco/never-true`, for events on which the fields have a value.
 */

import { contradictions } from "../../../contradictions.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/always-true",
  severity: "warning",
  confidence: "high",
  summary: "Alternatives of a condition leave nothing out",
  fixable: false,
  *check(model) {
    for (const { where, parts } of contradictions(model, "or")) {
      const at = where.location(parts.at(-1)!.span);
      if (at === undefined) continue;
      const shown = parts.map((part) => where.quote(part)).join(" or ");
      yield {
        at,
        message: `${shown} is true whatever the value is.`,
        help: "To leave several values out, join the checks by `and`, or write `not ... in (...)`.",
      };
    }
  },
};

export default rule;
