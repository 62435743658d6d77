/**
 * Whether a process runs in a container is checked in another way than by the macro `container`, or by
 * comparing `container.id` with the empty text.
 *
 * ## Why
 *
 * Outside of containers `container.id` is `host`, and never empty. And the macro is the one place to change
 * it for all rules.
 *
 * ## Instead
 *
 * Use the macro `container`, or `container.id != host` where it does not exist.
 *
 * ## Notes
 *
 * The macro is suggested where the rules have it with its usual meaning, `container.id != host`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
