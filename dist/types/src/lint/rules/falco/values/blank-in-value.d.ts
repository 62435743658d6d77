/**
 * A quoted value begins or ends with a space, or holds several values with commas.
 *
 * ## Why
 *
 * A quoted value is compared as it is. `"bash "` is not a process, and `"bash, zsh"` is one name.
 *
 * ## Instead
 *
 * Write the values without the spaces, each by itself: `proc.name in (bash, zsh, fish)`.
 *
 * ## Notes
 *
 * Command lines and arguments are not reported: they may well end with a space.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
