/**
 * The empty text is looked for, or `pmatch` has the root folder.
 *
 * ## Why
 *
 * The empty text is part of every text, at the beginning and at the end too, and `/` is a prefix of every
 * path. The check only tests that there is a value.
 *
 * ## Instead
 *
 * Write the path or the text that was meant, or remove the check.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
