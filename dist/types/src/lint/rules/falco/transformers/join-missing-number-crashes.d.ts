/**
 * `join` has a number in its list that an event may lack.
 *
 * ## Why
 *
 * A text without a value leaves the whole without a value. A number without one makes Falco crash.
 *
 * ## Instead
 *
 * Check that the number exists first: `fd.num exists and join("-", (proc.name, fd.num)) = "bash-3"`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `join` was added in Falco 0.44. Numbers that each
 * system call has, such as `proc.pid`, are fine.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
