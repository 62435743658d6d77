/**
 * The Falco DaemonSet has no toleration for control-plane nodes.
 *
 * ## Why
 *
 * Their taint keeps Falco away, and the nodes that hold the keys of the cluster are the ones that nobody
 * watches.
 *
 * ## Instead
 *
 * Tolerate `node-role.kubernetes.io/control-plane`.
 *
 * ## Notes
 *
 * Where the provider runs the control plane there are no such nodes; switch the rule off there.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
