/**
 * A rule's tag names a control to which the matrix does not map the rule.
 *
 * ## Why
 *
 * The tag counts, and the matrix misleads anyone who reads it alone, an auditor first.
 *
 * ## Instead
 *
 * Map the rule to the control in the matrix, or remove the tag.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
