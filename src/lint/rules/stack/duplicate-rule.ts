/**
 * Two files that one Falco loads define the same rule.
 *
 * ## Why
 *
 * The later one replaces the earlier silently. Anyone who edits the earlier one changes nothing.
 *
 * ## Instead
 *
 * Change the rule of the first file with an `override`.
 *
 * ## Notes
 *
 * A rule that replaces one of the default rules is meant, and not reported.
 */

import type { LintRule } from "../../rule.ts";
import { keyLocation } from "../../ruleset-locations.ts";

const rule: LintRule = {
  id: "stack/duplicate-rule",
  severity: "warning",
  confidence: "medium",
  summary: "Two loaded files define the same rule, and the later one replaces the earlier",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const loaded = ruleset.stack?.rulesFiles.loaded.filter(({ content }) => content.kind === "source");
      if (loaded === undefined) continue;
      for (const { name, parts } of ruleset.result.rules) {
        const definitions = parts.filter(({ action }) => action === "define");
        for (const [i, part] of definitions.slice(0, -1).entries()) {
          const path = loaded[definitions[i + 1]!.fileIndex]?.path;
          const at = keyLocation(ruleset, part, "rule");
          if (at === undefined || loaded[part.fileIndex]?.path === path) continue;
          yield {
            at,
            message: `The rule "${name}" of ${path} replaces this one, which never runs.`,
            help: "Remove one of them, or change this one with an override in the later file.",
          };
        }
      }
    }
  },
};

export default rule;
