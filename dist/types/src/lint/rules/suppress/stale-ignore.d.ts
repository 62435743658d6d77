/**
 * A comment `falcoverage-ignore` names a rule that finds nothing there any more.
 *
 * ## Why
 *
 * What it was for is fixed. Left in place, it hides the next finding of the kind, which nobody has looked at.
 *
 * ## Instead
 *
 * Remove the comment.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
