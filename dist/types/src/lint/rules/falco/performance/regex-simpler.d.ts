/**
 * A regular expression says what `in`, `=`, `startswith`, `endswith` or `contains` can say.
 *
 * ## Why
 *
 * It costs many times as much, on every event that gets that far.
 *
 * ## Instead
 *
 * Use the cheaper operator: `proc.name in (bash, zsh)`.
 *
 * ## Notes
 *
 * The fix is only offered, and not applied unasked, where a value with a line break in it would make a
 * difference. Where the expression has nothing of a pattern Falco itself warns, see
 * `falco/condition-warning`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
