/**
 * `!= anyof (a, b)`, `= allof (a, b)`, or a value that occurs twice after `oneof`.
 *
 * ## Why
 *
 * Every value differs from one of two others, so `!= anyof` is always true. No value equals two, so `= allof`
 * never is. And `oneof` counts a value that occurs twice two times, so it is false for just that one.
 *
 * ## Instead
 *
 * Use `!= allof` for "none of these", and `= anyof` for "one of these".
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Modifiers were added in Falco 0.44.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
