/**
 * An expression asks for `falco_events` of falco-exporter.
 *
 * ## Why
 *
 * falco-exporter reads Falco's gRPC output, and Falco 0.44 no longer has it. The metric has no data, and
 * alerts on it never fire. falcosidekick counts the alerts that reach it, and Falco itself the matches of its
 * rules.
 *
 * ## Instead
 *
 * Use `falcosecurity_falcosidekick_falco_events_total` with falcosidekick, or else
 * `falcosecurity_falco_rules_matches_total` with the label `rule_name`. The numbers of priorities run the
 * other way in falcosidekick's metric; its label `priority_raw` has the word.
 *
 * ## Notes
 *
 * A notice while all Falcos of the repository are older than 0.44.
 */

import { deploymentFeatures } from "../../../falco/index.ts";
import { exporterEvents, ruleMatches, type Selector, sidekickEvents } from "../../../monitoring/index.ts";
import { knownValue } from "../../../stack/index.ts";
import type { Model } from "../../model.ts";
import type { LintRule, LocatedEdit } from "../../rule.ts";

const rule: LintRule = {
  id: "monitoring/exporter-metric",
  severity: "error",
  confidence: "high",
  summary: "An expression asks for `falco_events` of falco-exporter, which no longer works with Falco",
  fixable: true,
  *check(model) {
    const works = hasOldFalco(model);
    for (const { text, expression } of model.monitoring.queries) {
      for (const selector of expression.selectors) {
        const { metric } = selector;
        if (metric?.name !== exporterEvents || model.monitoring.recorded.has(exporterEvents)) continue;
        const edits: LocatedEdit[] = [{ at: { text, span: metric.span }, text: sidekickEvents }];
        yield {
          at: { text, span: metric.span },
          ...(works ? { severity: "notice" as const } : {}),
          message: works
            ? "`falco_events` ends with Falco 0.44: falco-exporter makes it of the gRPC output, which goes then."
            : "`falco_events` has no data: falco-exporter made it of Falco's gRPC output, which was removed in Falco 0.44.",
          help: `With falcosidekick ask for \`${sidekickEvents}\`, whose labels are the same but for \`tags\` and for \`priority\`, which counts the other way round. Falco's own \`${ruleMatches}\` counts by \`rule_name\` and \`tag_...\`, without pods.`,
          ...(translates(selector)
            ? { fix: { description: `Use \`${sidekickEvents}\``, safe: false, edits } }
            : {}),
        };
      }
    }
  },
};

/** Its tags were one label, for which falcosidekick has none, and its priorities are counted the other way round. */
function translates({ matchers }: Selector): boolean {
  return matchers.every(({ label }) => label !== "tags" && label !== "priority");
}

/** Whether all Falcos of the repository still have the output. */
function hasOldFalco({ stacks }: Model): boolean {
  const versions = stacks.map(({ falcoVersion }) => knownValue(falcoVersion));
  return (
    versions.length > 0 &&
    versions.every((version) => version !== undefined && deploymentFeatures(version).grpcOutput)
  );
}

export default rule;
