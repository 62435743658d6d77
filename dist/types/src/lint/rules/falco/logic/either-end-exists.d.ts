/**
 * `exists` is used on `fd.ip`, `fd.net`, `fd.port` or `fd.proto`.
 *
 * ## Why
 *
 * These fields have a comparison of their own, which answers `exists` with whether there is a file descriptor
 * at all. That is true for a file, a pipe and a terminal too.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cip exists or fd.sip exists)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
