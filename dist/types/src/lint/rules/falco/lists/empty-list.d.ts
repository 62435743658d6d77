/**
 * A condition has a pair of parentheses with nothing in it.
 *
 * ## Why
 *
 * No operator is true with an empty list, with or without a modifier.
 *
 * ## Instead
 *
 * Put the values between the parentheses, or remove the check.
 *
 * ## Notes
 *
 * A list that is empty by its definition is not reported: it is there to be filled by others.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
