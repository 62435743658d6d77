/**
 * The Falco DaemonSet has no priority class.
 *
 * ## Why
 *
 * On a full node its pod is not started, or is evicted for another one: an attacker can bring that about.
 *
 * ## Instead
 *
 * Set `priorityClassName: system-node-critical`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
