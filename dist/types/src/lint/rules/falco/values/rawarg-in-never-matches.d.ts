/**
 * `evt.rawarg.X in (...)` is false for every event where the parameter is a number.
 *
 * ## Why
 *
 * The field compares by code of its own, which hands a number without a size to the search in the list. Texts
 * work.
 *
 * ## Instead
 *
 * Compare with each number: `(evt.rawarg.sig = 9 or evt.rawarg.sig = 15)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the comparison reads the same in all versions since
 * 0.37.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
