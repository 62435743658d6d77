/**
 * A field that is a list is compared by `in`, and the rule wants that to be true.
 *
 * ## Why
 *
 * On a list field `in` holds if every element is in the parentheses. A pod with a bad image and a good one is
 * then not seen. Behind `not` the same check is right: some element is none of the allowed ones.
 *
 * ## Instead
 *
 * Use `intersects`, which is true if one element is in the list.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Negations on the way are counted, also through macros
 * and exceptions. An empty `fd.types` is in every list.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
