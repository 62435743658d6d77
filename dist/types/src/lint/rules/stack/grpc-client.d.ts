/**
 * falco-exporter runs beside a Falco that no longer has the gRPC output.
 *
 * ## Why
 *
 * Falco 0.44 took gRPC out. The exporter connects to nothing, and its metrics stay at zero, which looks like
 * a quiet cluster.
 *
 * ## Instead
 *
 * Use Falco's own metrics: `metrics.enabled` and `webserver.prometheus_metrics_enabled`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
