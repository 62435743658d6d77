/**
 * `concat`, `join` or `getopt` is on the left, and a field or a transformer on the right.
 *
 * ## Why
 *
 * It compiles, and crashes Falco when it is evaluated; with `in` and `intersects` it is always false. On the
 * right-hand side these transformers work.
 *
 * ## Instead
 *
 * Swap the sides: `proc.name = concat(proc.pname, "-child")`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). These transformers were added in Falco 0.44.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
