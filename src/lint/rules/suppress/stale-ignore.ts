/**
 * A comment `falcoverage-ignore` names a rule that finds nothing there any more.
 *
 * ## Why
 *
 * What it was for is fixed. Left in place, it hides the next finding of the kind, which nobody has looked at.
 *
 * ## Instead
 *
 * Remove the comment.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "suppress/stale-ignore",
  severity: "notice",
  confidence: "high",
  summary: "A comment asks to ignore a finding that no longer exists",
  fixable: false,
  *checkIgnores(ignores, ruleIds) {
    for (const { rules, reason, used } of ignores) {
      if (reason === undefined) continue;
      for (const { id, ...at } of rules) {
        if (used.has(id) || (!ruleIds.has(id) && !id.endsWith("/*"))) continue;
        yield {
          at,
          message: `\`${id}\` finds nothing here, so there is nothing to ignore.`,
          help: "Remove it, or it will hide the next finding of the kind, which nobody has looked at.",
        };
      }
    }
  },
};

export default rule;
