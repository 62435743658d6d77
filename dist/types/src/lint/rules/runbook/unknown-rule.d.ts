/**
 * A runbook is for a rule that does not exist.
 *
 * ## Why
 *
 * The rule was renamed or taken out, and its alerts no longer lead to the page. The new name has no runbook.
 *
 * ## Instead
 *
 * Write the name of the rule as its rules file has it.
 *
 * ## Notes
 *
 * Names of Falco's published rules are known and need not be among the files.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
