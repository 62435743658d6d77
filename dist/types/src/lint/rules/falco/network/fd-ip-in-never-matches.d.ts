/**
 * `fd.ip in (...)` compiles without a warning, and is false for every event.
 *
 * ## Why
 *
 * `fd.ip` has a comparison of its own, which looks at both ends of a connection. It works for `=` and `!=`.
 * For `in` it hands an empty address to the search in the list, which is never found. A rule that lists bad
 * addresses never raises an alert; one that says `not fd.ip in (...)` never excludes one.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cip in (...) or fd.sip in (...))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the comparison reads the same in all versions since
 * 0.37.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
