/**
 * `in`, `intersects` or `pmatch` is followed by a word without parentheses.
 *
 * ## Why
 *
 * Falco takes one word for a list of that word. Where it is the name of a list, Falco puts the items in its
 * place and then cannot read the condition, unless there is only one.
 *
 * ## Instead
 *
 * Put the name between parentheses: `proc.name in (shell_binaries)`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
