/**
 * `a in tolower(b)` is false for every event.
 *
 * ## Why
 *
 * What a transformer makes ends in a NUL. `=` stops there; `in` counts it, and finds no value equal to it.
 *
 * ## Instead
 *
 * Use `=`: `proc.name = tolower(proc.pname)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `in val(...)` works.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
