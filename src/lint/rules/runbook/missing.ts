import { parsePriority, passes } from "../../../stack/index.ts";
import { nameLocation } from "../../definitions.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "runbook/missing",
  severity: "warning",
  summary: "A rule at WARNING or above has no runbook, in a repository that has runbooks",
  fixable: false,
  *check({ rulesets, runbooks }) {
    const covered = new Set(runbooks.flatMap(({ front }) => front?.rules.map(({ name }) => name) ?? []));
    if (covered.size === 0) return;
    for (const ruleset of rulesets) {
      for (const definition of ruleset.result.rules) {
        const { external, enabled, name } = definition;
        const priority = parsePriority(definition.priority);
        if (external || !enabled || covered.has(name)) continue;
        if (priority === undefined || !passes(priority, "warning")) continue;
        const at = nameLocation(ruleset, definition);
        if (at === undefined) continue;
        yield {
          at,
          message: `No runbook names "${name}", which alerts as ${definition.priority}.`,
          help: "Whoever is woken by it starts from nothing. Name the rule under `rules` in the front matter of a runbook.",
        };
      }
    }
  },
};

export default rule;
