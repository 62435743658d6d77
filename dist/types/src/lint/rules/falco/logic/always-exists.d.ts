/**
 * `exists` is used on a field that always has a value: `proc.env[X]`, `proc.args[N]` or `proc.aenv[X]`.
 *
 * ## Why
 *
 * What is not set is the empty text, and that is a value. So the check holds on every system call.
 *
 * ## Instead
 *
 * Write `proc.env[LD_PRELOAD] != ""`.
 *
 * ## Notes
 *
 * Read in the source of the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
