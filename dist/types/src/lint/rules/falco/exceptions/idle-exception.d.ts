/**
 * The values of an exception and the condition of its rule exclude each other.
 *
 * ## Why
 *
 * What the exception is about the rule never matches, so it excepts nothing. Mostly a name is misspelt, or
 * the exception was meant for another rule, and the noise goes on.
 *
 * ## Instead
 *
 * Write values that the rule matches, or move the exception to the rule that it is for.
 *
 * ## Notes
 *
 * It is proven as in `falco/never-true`. The opposite, an exception that leaves nothing of the rule, is
 * `falco/silencing-exception`.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
