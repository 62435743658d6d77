/**
 * The matrix maps a control that is not in the baseline or the selection that it chose for the framework.
 *
 * ## Why
 *
 * It is not counted. Either the baseline is not the one that was meant, or the entry can go.
 *
 * ## Instead
 *
 * Choose the baseline that has the control, or remove the entry.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
