/**
 * A list, or the parentheses of a check, has a value twice.
 *
 * ## Why
 *
 * The second one changes nothing. Often another one was meant.
 *
 * ## Instead
 *
 * Remove the second one, or write the value that was meant.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
