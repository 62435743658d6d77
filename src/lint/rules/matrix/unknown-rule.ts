/**
 * The matrix names a rule that does not exist.
 *
 * ## Why
 *
 * A rule that is not there covers nothing. It was renamed or taken out, or its name is written in another
 * way: Falco compares names letter by letter.
 *
 * ## Instead
 *
 * Write the name of the rule as its rules file has it.
 *
 * ## Notes
 *
 * A rule of the files that the Falco project publishes is a warning as long as none of the deployments loads
 * that file.
 */

import { artifactsWithRule, ruleNames } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { unknownRuleProblem } from "../../rule-name.ts";

const rule: LintRule = {
  id: "matrix/unknown-rule",
  severity: "error",
  confidence: "high",
  summary: "The matrix names a rule that does not exist",
  fixable: true,
  *check({ compliance, rulesets }) {
    const names = ruleNames(rulesets);
    for (const { entry } of compliance.entries) {
      for (const { name, ...at } of entry.rules) {
        if (names.has(name)) continue;
        const [artifact] = artifactsWithRule(name);
        if (artifact !== undefined) {
          yield {
            at,
            severity: "warning",
            message: `The rule "${name}" is one of ${artifact}, and none of the files checked loads those rules.`,
            help: "The control is not covered by it until a deployment loads that rules file.",
          };
          continue;
        }
        const help = "A rule that is not there covers nothing: correct the name, or take it out.";
        yield unknownRuleProblem(at, name, names, help);
      }
    }
  },
};

export default rule;
