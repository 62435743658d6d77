/**
 * The namespace of Falco has a Pod Security level that refuses host mounts, or none.
 *
 * ## Why
 *
 * With `baseline` or `restricted` the API server refuses every Falco pod: the DaemonSet is there, and has no
 * pods. Without a label the level is that of the cluster, which may be stricter.
 *
 * ## Instead
 *
 * Set the label `pod-security.kubernetes.io/enforce: privileged` on the namespace.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
