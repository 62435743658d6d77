/**
 * The name of a list in brackets does not stand for its values.
 *
 * ## Why
 *
 * Lists are expanded where their name is alone, between spaces, commas and parentheses. Between brackets it
 * stays as it is: the field looks for something of that very name.
 *
 * ## Instead
 *
 * Write one check for each name.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
