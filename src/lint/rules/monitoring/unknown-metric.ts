import { isUnknownMetric, nearestMetric } from "../../../monitoring/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "monitoring/unknown-metric",
  severity: "error",
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
