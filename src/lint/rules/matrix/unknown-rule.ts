import { nearest } from "../../../project/nearest.ts";
import { artifactsWithRule } from "../../../stack/upstream.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/unknown-rule",
  severity: "error",
  summary: "The matrix names a rule that there is not",
  fixable: true,
  *check({ compliance, rulesets }) {
    const names = new Set(rulesets.flatMap(({ result }) => result.rules.map(({ name }) => name)));
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
        const near = nearest(name, names);
        yield {
          at,
          message: `There is no rule "${name}".${near === undefined ? "" : ` Did you mean "${near}"?`}`,
          help: "A rule that is not there covers nothing: correct the name, or take it out.",
          ...(near === undefined
            ? {}
            : {
                fix: {
                  description: `Use "${near}"`,
                  safe: false,
                  edits: [{ at, text: JSON.stringify(near) }],
                },
              }),
        };
      }
    }
  },
};

export default rule;
