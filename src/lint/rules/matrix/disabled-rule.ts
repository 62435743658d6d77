/**
 * The matrix names a rule that is disabled wherever it is loaded.
 *
 * ## Why
 *
 * A disabled rule covers no control. Some of Falco's own rules are disabled when they come, and a rule can be
 * switched off by `enabled: false`, by an override, and by the selection in falco.yaml. It is an error where
 * no other rule of the control's entry runs.
 *
 * ## Instead
 *
 * Enable the rule in falco.yaml with `rules: [{enable: {rule: ...}}]`, or map another rule.
 */

import { applies } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/disabled-rule",
  severity: "warning",
  confidence: "high",
  summary: "The matrix names a rule that is disabled wherever it is loaded",
  fixable: false,
  *check({ compliance, rulesets }) {
    const states = new Map<string, boolean>();
    for (const ruleset of rulesets) {
      for (const [name, loaded] of ruleset.rules) {
        const selected = ruleset.stack?.selection.findLast((step) => applies(step, loaded))?.enable;
        states.set(name, states.get(name) === true || (selected ?? loaded.enabled));
      }
    }
    for (const { entry } of compliance.entries) {
      // Of an entry with other rules the control may still be covered.
      const lost = entry.rules.every(({ name }) => states.get(name) !== true);
      for (const { name, ...at } of entry.rules) {
        if (states.get(name) !== false) continue;
        yield {
          at,
          severity: lost ? "error" : "warning",
          message: `The rule "${name}" is disabled, so it does not cover ${entry.controlId}${lost ? ", and no other rule of the entry does" : ""}.`,
          help: 'Enable it with `override: {enabled: replace}` or in falco.yaml under "rules", or take it out here.',
        };
      }
    }
  },
};

export default rule;
