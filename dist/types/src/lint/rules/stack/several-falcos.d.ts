/**
 * Two DaemonSets run Falco on the same nodes.
 *
 * ## Why
 *
 * Each reads every event of the kernel, and each sends every alert. The probes' buffers are there twice.
 *
 * ## Instead
 *
 * Run one DaemonSet, with the rules of both.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
