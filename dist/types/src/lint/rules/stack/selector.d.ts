/**
 * The selector of a Service, workload, network policy or disruption budget in Falco's namespace matches no
 * pod.
 *
 * ## Why
 *
 * A Service without pods takes no alerts, a policy without pods protects nothing. A workload that does not
 * select its own pods is refused.
 *
 * ## Instead
 *
 * Select the labels that the pods have.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
