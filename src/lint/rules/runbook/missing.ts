/**
 * A rule at WARNING or above has no runbook, in a repository that has runbooks.
 *
 * ## Why
 *
 * From WARNING on somebody is expected to act, often at night and often not the author of the rule. Without a
 * runbook they start from nothing, and what they do first may destroy the evidence.
 *
 * ## Instead
 *
 * Write a page whose front matter names the rule under `rules`.
 *
 * ## Notes
 *
 * A runbook is a Markdown page whose front matter has a list `rules`. A repository without any is not
 * reported, and so are Falco's own rules and disabled ones.
 */

import { parsePriority, passes } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { nameLocation } from "../../ruleset-locations.ts";

const rule: LintRule = {
  id: "runbook/missing",
  severity: "warning",
  confidence: "medium",
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
          help: "Anyone who is woken by it starts from nothing. Name the rule under `rules` in the front matter of a runbook.",
        };
      }
    }
  },
};

export default rule;
