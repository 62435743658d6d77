/**
 * An expression selects or groups by a label that the metric does not have.
 *
 * ## Why
 *
 * A label that is not there is the empty text: `rule="..."` selects nothing of a metric whose label is
 * `rule_name`, and the alert never fires. Grouped by it, all series come out as one.
 *
 * ## Instead
 *
 * Use the label that the metric has: `rule_name` in Falco's own metrics.
 *
 * ## Notes
 *
 * Reported are labels that only another of these metrics has, the other exporter's name of a label, and near
 * misses. Labels that Prometheus puts on every series are not known and left alone. Custom fields, templated
 * fields and `prometheus.extralabels` of a falcosidekick of the repository are labels of its metric; one that
 * none of them brings is a notice.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
