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
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
