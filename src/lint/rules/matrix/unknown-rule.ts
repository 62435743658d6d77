import { artifactsWithRule, ruleNames } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { noSuchRule } from "../../rule-name.ts";

const rule: LintRule = {
  id: "matrix/unknown-rule",
  severity: "error",
  summary: "The matrix names a rule that there is not",
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
        yield noSuchRule(at, name, names, help);
      }
    }
  },
};

export default rule;
