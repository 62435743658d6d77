/**
 * An expression selects by a tag that no rule has.
 *
 * ## Why
 *
 * Falco's counter of matches has a label for each tag of the rule: `tag_` and the tag, in which every
 * character but letters, digits and `_` is a `_`, and several of these are one. Without such a tag nothing is
 * selected.
 *
 * ## Instead
 *
 * Write `tag_` and the tag of the rule, with `_` for every other character: `tag_pci_dss`.
 */

import { ruleMatches, tagLabel } from "../../../monitoring/index.ts";
import { type Location, nearest } from "../../../project/index.ts";
import { rulesArtifacts, upstreamRules } from "../../../stack/index.ts";
import { matchersOf } from "../../matchers.ts";
import type { Model } from "../../model.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "monitoring/unknown-tag",
  severity: "error",
  confidence: "high",
  summary: "An expression selects by a tag that no rule has",
  fixable: true,
  *check(model) {
    const { monitoring, rulesets } = model;
    const used = monitoring.queries.some(({ text }) => text.content.includes("tag_"));
    if (!used || !rulesets.some(({ result }) => result.rules.some(({ external }) => !external))) return;
    const labels = tagLabels(model);
    for (const { text, metric, matcher } of matchersOf(monitoring)) {
      if (metric !== ruleMatches || !matcher.label.startsWith("tag_")) continue;
      const { label, value, valueSpan } = matcher;
      if (!labels.has(label)) yield noSuchTag({ text, span: matcher.labelSpan }, label, labels);
      else if (value !== undefined && value !== "" && value !== "true" && /^\w+$/.test(value)) {
        yield {
          at: { text, span: valueSpan },
          message: `\`${label}\` is \`true\` or not there, never \`${value}\`.`,
          help: `Write \`${label}="true"\`.`,
        };
      }
    }
  },
};

function noSuchTag(at: Location, label: string, labels: ReadonlySet<string>): Problem {
  const near = [...labels].find((known) => known.startsWith(`${label}_`)) ?? nearest(label, labels);
  return {
    at,
    message: `No rule has a tag that becomes the label \`${label}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
    help: "In the label of a tag every character but letters, digits and `_` is a `_`, and several are one.",
    ...(near === undefined
      ? {}
      : { fix: { description: `Use \`${near}\``, safe: false, edits: [{ at, text: near }] } }),
  };
}

/** Labels of the tags of all rules, Falco's published ones among them. */
function tagLabels({ rulesets }: Model): ReadonlySet<string> {
  const own = rulesets.flatMap(({ result }) =>
    result.rules.flatMap(({ tags }) => tags.map(({ text }) => text)),
  );
  const published = [...rulesArtifacts.keys()].flatMap(
    (artifact) => upstreamRules(artifact, "latest")?.rules.flatMap(({ tags }) => tags) ?? [],
  );
  return new Set([...own, ...published].map(tagLabel));
}

export default rule;
