/**
 * A comment `falcoverage-ignore` names a lint rule that does not exist.
 *
 * ## Why
 *
 * It hides nothing, most likely by a slip in the name.
 *
 * ## Instead
 *
 * Correct the id of the lint rule.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
