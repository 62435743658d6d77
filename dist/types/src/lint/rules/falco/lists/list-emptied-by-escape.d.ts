/**
 * The first value of a list has an escape that Falco does not know, and the list is empty by that.
 *
 * ## Why
 *
 * Falco takes a first value that it cannot read for the end of an empty list, where it is the only one. The
 * rule loads and never matches.
 *
 * ## Instead
 *
 * Double the backslash: `"ba\\sh"`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
