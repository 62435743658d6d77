import { contradictions } from "../../../contradictions.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/always-true",
  severity: "warning",
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
