/**
 * Two files that one Falco loads define the same rule.
 *
 * ## Why
 *
 * The later one replaces the earlier silently. Anyone who edits the earlier one changes nothing.
 *
 * ## Instead
 *
 * Change the rule of the first file with an `override`.
 *
 * ## Notes
 *
 * A rule that replaces one of the default rules is meant, and not reported.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
