/**
 * A regular expression has one anchor, or begins with what its field never begins with.
 *
 * ## Why
 *
 * In most tools a regular expression searches. Falco's `regex` has to match the whole value, so `^/etc/`
 * matches the value `/etc/` and no file below it. Such a check is nearly never true.
 *
 * ## Instead
 *
 * Use `startswith` or `endswith`, or write an expression for the whole value: `'/etc/.*'`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `regex` was added in Falco 0.39. Expressions without
 * any anchor are left alone, as they may well be meant for the whole value.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
