import { nearest } from "../../../project/nearest.ts";
import { artifactsWithRule } from "../../../stack/upstream.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "runbook/unknown-rule",
  severity: "warning",
  summary: "A runbook is for a rule that there is not",
  fixable: true,
  *check({ runbooks, rulesets }) {
    const names = new Set(rulesets.flatMap(({ result }) => result.rules.map(({ name }) => name)));
    if (names.size === 0) return;
    for (const { front } of runbooks) {
      for (const { name, ...at } of front?.rules ?? []) {
        if (names.has(name) || artifactsWithRule(name).length > 0) continue;
        const near = nearest(name, names);
        yield {
          at,
          message: `There is no rule "${name}".${near === undefined ? "" : ` Did you mean "${near}"?`}`,
          help: "The rule was renamed or taken out: correct the name, or retire what the runbook says of it.",
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
