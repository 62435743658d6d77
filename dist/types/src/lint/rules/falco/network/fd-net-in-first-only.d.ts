/**
 * `fd.net in (a, b)` compares with the first network and with no other.
 *
 * ## Why
 *
 * `fd.net` has a comparison of its own, which looks at both ends of a connection and takes one value. What
 * follows the first network is ignored, so connections to it are never seen, or never excluded.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cnet in (...) or fd.snet in (...))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the comparison reads the same in all versions since
 * 0.37.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
