/**
 * `pmatch` has two components with wildcards below the same folder.
 *
 * ## Why
 *
 * The engine keeps such components in a hash table and changes it while it walks it. Which of them is tried
 * first is left to chance, and it can crash.
 *
 * ## Instead
 *
 * Write one check with `pmatch` for each pattern, and join them by `or`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). The same wildcard twice is one component, and fine.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
