/**
 * An expression asks for a metric that neither Falco nor falcosidekick exports.
 *
 * ## Why
 *
 * Prometheus takes it, selects nothing, and the alert never fires. Which names there are changed often: units
 * went to the end, prefixes grew.
 *
 * ## Instead
 *
 * Use the name that Falco or falcosidekick exports: `falcosecurity_scap_n_drops_total`.
 *
 * ## Notes
 *
 * Held against the metrics of Falco 0.44 and falcosidekick, for names that begin with `falcosecurity_` and
 * their families. Names that recording rules of the repository make are known, and those of other plugins, of
 * kernel probes and of Falco Talon are not reported.
 */

import { isUnknownMetric, nearestMetric } from "../../../monitoring/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "monitoring/unknown-metric",
  severity: "error",
  confidence: "medium",
  summary: "An expression asks for a metric that neither Falco nor falcosidekick exports",
  fixable: true,
  *check({ monitoring }) {
    for (const { text, expression } of monitoring.queries) {
      for (const { metric } of expression.selectors) {
        if (metric === undefined || !isUnknownMetric(metric.name) || monitoring.recorded.has(metric.name))
          continue;
        const at = { text, span: metric.span };
        const near = nearestMetric(metric.name);
        yield {
          at,
          message: `No metric is called \`${metric.name}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
          help: "What has no data raises no alert. Prometheus does not say so.",
          ...(near === undefined
            ? {}
            : { fix: { description: `Use \`${near}\``, safe: false, edits: [{ at, text: near }] } }),
        };
      }
    }
  },
};

export default rule;
