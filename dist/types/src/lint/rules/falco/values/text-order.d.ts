/**
 * A field that holds text is compared with a number by `<`, `<=`, `>` or `>=`.
 *
 * ## Why
 *
 * The engine compares letters: `10` comes before `9`, and every name comes after every number.
 *
 * ## Instead
 *
 * Compare a field that holds the number: `evt.rawarg.res < 0`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
