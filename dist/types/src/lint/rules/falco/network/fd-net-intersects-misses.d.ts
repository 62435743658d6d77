/**
 * `fd.net intersects (...)` is false for every connected socket.
 *
 * ## Why
 *
 * The comparison of `fd.net` asks both ends of a connection only for `=`, `!=` and `in`. With `intersects` it
 * works for a socket with one address alone, such as one that listens.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cnet in (...) or fd.snet in (...))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
