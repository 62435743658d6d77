/**
 * A network is written with the address of a host in it.
 *
 * ## Why
 *
 * The engine looks at the first bits alone, so the whole network matches: `10.1.2.3/8` is `10.0.0.0/8`.
 * Anyone who reads the rule may think of one host.
 *
 * ## Instead
 *
 * Write the address of the network, `10.0.0.0/8`, or that of the one host without a length.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
