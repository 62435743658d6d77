/**
 * A word begins with the letters of an operator, and Falco reads it as that operator and a value.
 *
 * ## Why
 *
 * The operators with a list need no space after them: `proc.name info` is `proc.name in (fo)`. A misspelt
 * operator, or a missing one, compiles.
 *
 * ## Instead
 *
 * Put a space after the operator, and write the operator that was meant.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
