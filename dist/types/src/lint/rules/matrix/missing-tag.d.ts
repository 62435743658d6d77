/**
 * The matrix maps a control to a rule whose tags name others of the framework, but not this one.
 *
 * ## Why
 *
 * An alert carries the tags of its rule, not the matrix. Anyone who reads the alert, and every dashboard that
 * goes by tags, misses the control.
 *
 * ## Instead
 *
 * Add the tag to the rule: `tags: [SOC2_CC6.1, SOC2_CC6.8]`.
 *
 * ## Notes
 *
 * A rule without any tag of the framework leaves it to the matrix, and is not reported.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
