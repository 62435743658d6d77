/**
 * The `priority` in falco.yaml keeps back enabled rules of the repository.
 *
 * ## Why
 *
 * Falco evaluates them, and passes over every match silently. Where the matrix counts on one of them, a
 * control is lost.
 *
 * ## Instead
 *
 * Lower `priority` to that of the rules: `priority: notice`.
 *
 * ## Notes
 *
 * An error where a control of the matrix, or a compliance tag of the rule, depends on it.
 */

import { applies, passes } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

/** Names in the message; the others are counted. */
const shown = 4;

const rule: LintRule = {
  id: "stack/priority-threshold",
  severity: "warning",
  confidence: "high",
  summary: "The priority in falco.yaml keeps back rules of the repository",
  fixable: false,
  *check({ rulesets, compliance }) {
    const mapped = new Set(
      compliance.entries
        .flatMap(({ entry }) => entry.rules.map(({ name }) => name))
        .concat(compliance.tags.map(({ rule: name }) => name)),
    );
    for (const ruleset of rulesets) {
      const { stack } = ruleset;
      if (stack === undefined || stack.config.state === "unknown") continue;
      const { minimum, location } = stack.priority;
      const kept = [...ruleset.rules.values()].filter((candidate) => {
        const { priority, enabled } = candidate;
        if (priority === undefined || candidate.location === undefined || passes(priority, minimum))
          return false;
        return stack.selection.findLast((step) => applies(step, candidate))?.enable ?? enabled;
      });
      if (kept.length === 0) continue;
      const controls = kept.filter(({ name }) => mapped.has(name));
      const names = [...controls, ...kept.filter((candidate) => !controls.includes(candidate))].map(
        ({ name, priority }) => `${name} (${priority})`,
      );
      const more = names.length > shown ? ` and ${names.length - shown} more` : "";
      yield {
        at: location,
        severity: controls.length > 0 ? "error" : "warning",
        message: `Falco sends ${minimum} and above, so these rules never alert: ${names.slice(0, shown).join(", ")}${more}.`,
        help:
          controls.length > 0
            ? "A control depends on one of them. Lower the priority in falco.yaml, or raise that of the rule."
            : "Lower the priority in falco.yaml, raise that of the rules, or disable them.",
      };
    }
  },
};

export default rule;
