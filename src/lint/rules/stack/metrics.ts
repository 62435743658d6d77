/**
 * Falco exports no metrics.
 *
 * ## Why
 *
 * A sensor that sees nothing looks like one that finds nothing. Counters of events, drops and rules tell the
 * two apart.
 *
 * ## Instead
 *
 * Switch on `metrics.enabled` and `webserver.prometheus_metrics_enabled`.
 */

import { knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/metrics",
  severity: "notice",
  confidence: "medium",
  summary: "Falco exports no metrics, so a sensor that sees nothing looks like one that finds nothing",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) {
      const config = knownValue(stack.config);
      if (config === undefined || config.parts.length === 0) continue;
      const { metricsEnabled, webserver } = config.settings;
      if (metricsEnabled?.value === true || webserver.prometheusMetrics?.value === true) continue;
      yield {
        at: metricsEnabled ?? config.location,
        message: "Metrics are off: drops, rule counts and a silent sensor stay unseen.",
        help: "Set metrics.enabled: true and webserver.prometheus_metrics_enabled: true (metrics.enabled alone in the values of the chart).",
      };
    }
  },
};

export default rule;
