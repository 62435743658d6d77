/**
 * A rule of Falco Talon names a Falco rule that no deployment of the repository loads.
 *
 * ## Why
 *
 * Talon acts on alerts by the name of their rule. After a rename the action is never taken, and nothing tells
 * so.
 *
 * ## Instead
 *
 * Write the name of the rule as its rules file has it.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
