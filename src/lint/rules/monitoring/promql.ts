/**
 * An alerting rule or a dashboard has an expression that Prometheus cannot read.
 *
 * ## Why
 *
 * Prometheus refuses the whole file of rules, and its operator the whole resource: none of the alerts in it
 * fires. A panel of a dashboard stays empty.
 *
 * ## Instead
 *
 * Correct the expression.
 *
 * ## Notes
 *
 * Read by Prometheus' own grammar: PrometheusRule resources, files of rules, Grafana dashboards (also in
 * ConfigMaps). Grafana's variables (`$node`, `${node:regex}`, `$__rate_interval`) may be anywhere; where
 * one stands for whole matchers nothing is reported. Types of values are not looked at.
 *
 * Queries of a dashboard to another data source, and those that can only be for Loki, are not reported.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "monitoring/promql",
  severity: "error",
  confidence: "high",
  summary: "An alerting rule or a dashboard has an expression that Prometheus cannot read",
  fixable: false,
  general: true,
  *check({ monitoring }) {
    for (const { text, asker, expression } of monitoring.queries) {
      if (asker === "runbook") continue;
      for (const { span, message } of expression.errors)
        yield {
          at: { text, span },
          message: `Prometheus cannot read this expression. ${message}`,
          help:
            asker === "rule"
              ? "Prometheus refuses the whole file of rules, or the operator the whole resource: none of its alerts fires."
              : "The panel stays empty.",
        };
    }
  },
};

export default rule;
