/**
 * falcosidekick runs with one replica.
 *
 * ## Why
 *
 * Falco sends each alert once. While the only pod is moved, restarted or updated, alerts are lost.
 *
 * ## Instead
 *
 * Run two replicas or more.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
