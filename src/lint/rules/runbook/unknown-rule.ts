/**
 * A runbook is for a rule that does not exist.
 *
 * ## Why
 *
 * The rule was renamed or taken out, and its alerts no longer lead to the page. The new name has no runbook.
 *
 * ## Instead
 *
 * Write the name of the rule as its rules file has it.
 *
 * ## Notes
 *
 * Names of Falco's published rules are known and need not be among the files.
 */

import { artifactsWithRule, ruleNames } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { unknownRuleProblem } from "../../rule-name.ts";

const rule: LintRule = {
  id: "runbook/unknown-rule",
  severity: "warning",
  confidence: "high",
  summary: "A runbook is for a rule that does not exist",
  fixable: true,
  *check({ runbooks, rulesets }) {
    const names = ruleNames(rulesets);
    if (names.size === 0) return;
    for (const { front } of runbooks) {
      for (const { name, ...at } of front?.rules ?? []) {
        if (names.has(name) || artifactsWithRule(name).length > 0) continue;
        const help =
          "The rule was renamed or taken out: correct the name, or retire what the runbook says of it.";
        yield unknownRuleProblem(at, name, names, help);
      }
    }
  },
};

export default rule;
