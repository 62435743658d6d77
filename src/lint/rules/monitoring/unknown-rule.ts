/**
 * An expression selects the alerts of a rule that does not exist.
 *
 * ## Why
 *
 * The rule was renamed or taken out. The expression has no data from then on, and the alert never fires.
 *
 * ## Instead
 *
 * Write the name of the rule as its rules file has it.
 *
 * ## Notes
 *
 * Only where rules are among the files. Patterns are looked at where they are names with `|` between them.
 */

import { insideQuotes, ruleMatches, sidekickEvents, valuesOf } from "../../../monitoring/index.ts";
import { type Location, nearest } from "../../../project/index.ts";
import { artifactsWithRule, ruleNames } from "../../../stack/index.ts";
import { matchersOf } from "../../matchers.ts";
import type { LintRule, Problem } from "../../rule.ts";

/** By metric: the label that holds the name of a rule. */
const labels: ReadonlyMap<string, string> = new Map([
  [ruleMatches, "rule_name"],
  [sidekickEvents, "rule"],
]);
/** What falcosidekick sends to try its outputs. */
const ofSidekick: ReadonlySet<string> = new Set(["Test rule"]);

const rule: LintRule = {
  id: "monitoring/unknown-rule",
  severity: "error",
  confidence: "high",
  summary: "An expression selects the alerts of a rule that does not exist",
  fixable: true,
  *check({ monitoring, rulesets }) {
    const names = ruleNames(rulesets);
    if (names.size === 0) return;
    for (const { text, metric, matcher } of matchersOf(monitoring)) {
      if (metric === undefined || matcher.label !== labels.get(metric)) continue;
      const values = valuesOf(matcher) ?? [];
      for (const value of values) {
        if (names.has(value) || ofSidekick.has(value) || artifactsWithRule(value).length > 0) continue;
        const near = nearest(value, names);
        const canReplace = near !== undefined && values.length === 1 && !/["\\]/.test(near);
        yield {
          at: { text, span: matcher.valueSpan },
          message: `There is no rule "${value}".${near === undefined ? "" : ` Did you mean "${near}"?`}`,
          help: "The rule was renamed or taken out: what selects it has no data.",
          ...(canReplace ? { fix: replacement({ text, span: insideQuotes(matcher) }, near) } : {}),
        };
      }
    }
  },
};

function replacement(at: Location, name: string): Problem["fix"] & object {
  return { description: `Use "${name}"`, safe: false, edits: [{ at, text: name }] };
}

export default rule;
