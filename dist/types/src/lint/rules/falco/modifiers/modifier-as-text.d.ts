/**
 * `oneof`, `anyof` or `allof` is in the position of a value.
 *
 * ## Why
 *
 * The word is a modifier only if a list follows. Else it is the text that the field is compared with.
 *
 * ## Instead
 *
 * Put a list after the modifier: `proc.name = anyof (bash, zsh)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Modifiers were added in Falco 0.44.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
