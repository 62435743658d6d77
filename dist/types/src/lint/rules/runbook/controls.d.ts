/**
 * The controls of a runbook are not those that its rules cover.
 *
 * ## Why
 *
 * An auditor reads the runbook as the evidence for a control, and the matrix says otherwise. What the matrix
 * and the tags give a rule is what counts.
 *
 * ## Instead
 *
 * Name the controls that the matrix and the tags give the rules of the page.
 *
 * ## Notes
 *
 * Controls that the rules cover and the page leaves out are a notice, and only for the frameworks that it
 * lists.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
