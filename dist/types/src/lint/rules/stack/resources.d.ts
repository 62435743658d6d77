/**
 * Falco's container states no resources, or limits that starve it.
 *
 * ## Why
 *
 * Too little memory, and the kernel kills Falco over and over: each CPU's buffer has 8 MiB by default, and
 * the thread table grows with the node. A tight CPU limit throttles Falco, and what it cannot read in time is
 * dropped.
 *
 * ## Instead
 *
 * Request 100m CPU and 512Mi of memory, and limit memory alone, to 1Gi.
 *
 * ## Notes
 *
 * Reported below 256Mi of memory and below 200m CPU.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
