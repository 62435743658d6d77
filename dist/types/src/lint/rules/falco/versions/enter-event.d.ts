/**
 * A condition asks for the start of a system call: `evt.dir = >`.
 *
 * ## Why
 *
 * Since 0.42 Falco sees the end of system calls only. Such a condition is never true, and no error says so.
 *
 * ## Instead
 *
 * Remove the check on `evt.dir`.
 *
 * ## Notes
 *
 * `evt.dir = <` is always true now, see `falco/deprecated-item`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
