/**
 * The length of a network is more than an address has bits.
 *
 * ## Why
 *
 * The engine reads the length modulo 256 and says nothing: `10.0.0.0/256` is every address there is,
 * `10.0.0.0/288` is `/32`.
 *
 * ## Instead
 *
 * Write a length of at most 32 bits for IPv4 and 128 bits for IPv6.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
