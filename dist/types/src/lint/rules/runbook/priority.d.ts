/**
 * The priority of a runbook is not the highest of its rules' priorities.
 *
 * ## Why
 *
 * People sort runbooks and answer alerts by it. When a rule is raised or lowered and the page is not, they
 * wait too long or get up for nothing.
 *
 * ## Instead
 *
 * Write the highest priority of the page's rules.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
