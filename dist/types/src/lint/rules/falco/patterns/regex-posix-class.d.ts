/**
 * A regular expression has a class such as `[:alpha:]` without brackets around it.
 *
 * ## Why
 *
 * `[:alpha:]` by itself is the set of the letters `:`, `a`, `l`, `p` and `h`. The class is `[[:alpha:]]`.
 *
 * ## Instead
 *
 * Put brackets around the class: `[[:alpha:]]`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Expressions are RE2's in POSIX syntax: there is no
 * `\d`, `\w` or `(?i)`, which are errors when Falco loads the rule.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
