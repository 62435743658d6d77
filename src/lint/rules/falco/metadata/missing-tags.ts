/**
 * A rule has no tags, while other rules of its file have some.
 *
 * ## Why
 *
 * Where tags are in use, they decide: `rules` in falco.yaml switches rules by tag, routes of alerts and
 * reports go by them. A rule without any is passed over by all of these.
 *
 * ## Instead
 *
 * Give the rule the tags that the others of the file have: where it applies, what it is about, the technique.
 */

import type { LintRule } from "../../../rule.ts";
import { nameLocation } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/missing-tags",
  severity: "notice",
  confidence: "low",
  summary: "A rule has no tags, while the others of its file have some",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const own = ruleset.result.rules.filter(({ external }) => !external);
      const tagged = new Set(own.filter(({ tags }) => tags.length > 0).map(({ fileIndex }) => fileIndex));
      for (const definition of own) {
        if (definition.tags.length > 0 || !tagged.has(definition.fileIndex)) continue;
        const at = nameLocation(ruleset, definition);
        if (at === undefined) continue;
        yield {
          at,
          message: `"${definition.name}" has no tags.`,
          help: "The selection of rules in falco.yaml, routes and reports that go by tags pass it over.",
        };
      }
    }
  },
};

export default rule;
