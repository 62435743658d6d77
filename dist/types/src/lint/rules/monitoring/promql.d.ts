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
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
