/**
 * `fd.snet = anyof (...)` is false for every event, and `!= allof (...)` is always true. So are they for the
 * other fields that hold networks.
 *
 * ## Why
 *
 * For these two the engine looks the address up in a set of networks, and an address equals no network. `in`
 * compares as it should.
 *
 * ## Instead
 *
 * Use `in`: `fd.snet in (10.0.0.0/8, 192.168.0.0/16)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Modifiers were added in Falco 0.44.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
