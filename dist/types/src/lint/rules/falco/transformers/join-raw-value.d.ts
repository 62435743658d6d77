/**
 * `join` has a field in its list that is neither text nor a number of 64 bits: a port, an address, a boolean.
 *
 * ## Why
 *
 * Numbers of 64 bits are printed. Of all others `join` takes the bytes as they lie in memory, up to the first
 * that is zero, which is not a text that anybody would compare with.
 *
 * ## Instead
 *
 * Compare each field by itself: `proc.name = nc and fd.sport = 443`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `join` was added in Falco 0.44.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
