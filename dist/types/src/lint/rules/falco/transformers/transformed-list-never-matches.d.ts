/**
 * A list field inside of a transformer is never `in` and never `intersects` anything.
 *
 * ## Why
 *
 * The transformer is applied to each element, which gains a trailing NUL by that. The NUL counts when the
 * engine looks the element up, so that nothing is ever equal.
 *
 * ## Instead
 *
 * Write the values in each form that occurs, without the transformer: `intersects (nginx, Nginx)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `join` takes the NUL away:
 * `join(",", tolower(F)) contains nginx` searches in all elements at once.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
