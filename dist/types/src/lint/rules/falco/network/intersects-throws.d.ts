/**
 * `fd.ip intersects`, `fd.port intersects` and `fd.proto intersects` compile, and throw when Falco evaluates
 * them on a socket.
 *
 * ## Why
 *
 * These fields have comparisons of their own that do not know the operator. The exception ends the evaluation
 * in the middle of an event.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cport in (22, 23) or fd.sport in (22, 23))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `fd.port in (...)` works, and looks at both ends.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
