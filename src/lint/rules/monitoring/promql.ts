import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "monitoring/promql",
  severity: "error",
  summary: "An alerting rule or a dashboard has an expression that Prometheus cannot read",
  fixable: false,
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
