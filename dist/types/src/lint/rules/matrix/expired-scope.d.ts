/**
 * The last day on which a control was stated not to apply has passed.
 *
 * ## Why
 *
 * An exclusion is granted for a time. After it the control counts again, and somebody has to decide anew.
 *
 * ## Instead
 *
 * Map rules to the control, or set a new date in `until`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
