/**
 * A field ignores `oneof`, `anyof` and `allof`, and is compared with the first value of the list alone.
 *
 * ## Why
 *
 * Fields with a comparison of their own (`fd.ip`, `fd.net`, `fd.port`, `fd.proto`, `evt.rawarg.X`, and
 * `proc.aname` and its like without an index) know no modifiers. The values after the first change nothing.
 *
 * ## Instead
 *
 * Write one check for each value: `(fd.port = 22 or fd.port = 23)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Modifiers were added in Falco 0.44.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
