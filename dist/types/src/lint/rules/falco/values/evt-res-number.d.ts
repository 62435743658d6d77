/**
 * `evt.res` is compared with a number.
 *
 * ## Why
 *
 * `evt.res` is text: `SUCCESS` where the system call returned 0 or more, else the name of the error. So
 * `evt.res = 0` is never true, and `evt.res != -1` always is. The number is in `evt.rawres`.
 *
 * ## Instead
 *
 * Compare the number: `evt.rawres = 0`.
 *
 * ## Notes
 *
 * Read in the source of the engine of Falco 0.45 (libs at 48dfd53cd). `evt.res = SUCCESS` is
 * `evt.rawres >= 0`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
