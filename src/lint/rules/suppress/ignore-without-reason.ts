/**
 * A comment `falcoverage-ignore` names no rule, or gives no reason.
 *
 * ## Why
 *
 * It hides nothing: the next reader of the file needs to know why a finding is fine here. The reason is
 * what an auditor asks for.
 *
 * ## Instead
 *
 * Name the rule and give the reason: `# falcoverage-ignore falco/unused-list: the rules that use it come with
 * the next release`.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "suppress/ignore-without-reason",
  severity: "warning",
  confidence: "high",
  summary: "A comment asks to ignore findings without a rule or without a reason",
  fixable: false,
  *checkIgnores(ignores) {
    for (const { rules, reason, ...at } of ignores) {
      if (rules.length > 0 && reason !== undefined) continue;
      yield {
        at,
        message:
          rules.length === 0
            ? "The comment names no rule to ignore, so it hides nothing."
            : "The comment gives no reason, so it hides nothing.",
        help: "Write `# falcoverage-ignore category/rule: why that is fine here`.",
      };
    }
  },
};

export default rule;
