/**
 * The DaemonSet's update strategy takes Falco from many nodes at once, or updates a node only when somebody
 * deletes its pod.
 *
 * ## Why
 *
 * During an update a node without Falco is blind. With `OnDelete`, a new rule or version is in the repository
 * and not on the nodes.
 *
 * ## Instead
 *
 * Use `RollingUpdate` with `maxUnavailable: 1`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
