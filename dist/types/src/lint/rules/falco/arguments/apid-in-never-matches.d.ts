/**
 * `proc.apid in (...)` is false for every process.
 *
 * ## Why
 *
 * Without an index `proc.apid` stands for all ancestors, and compares each of them by code of its own. That
 * hands a number without a size to the search in the list, which is never found.
 *
 * ## Instead
 *
 * Compare with each number: `(proc.apid = 1 or proc.apid = 2)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the comparison reads the same in all versions since
 * 0.37. With an index it works: `proc.apid[1] in (1, 2)`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
