/**
 * A negative number in brackets, or one that does not fit 32 bits, means something else.
 *
 * ## Why
 *
 * The engine reads the number into 32 bits and asks no more. A negative one does not count from the end:
 * `proc.args[-1]` is all arguments together, `proc.aname[-1]` is any ancestor, lower ones never have a value,
 * and `evt.arg[-2]` reads outside of the event. A number that is too large wraps: 4294967297 is 1.
 *
 * ## Instead
 *
 * Use the field without an index, or an index from 0 up: `proc.args endswith --force`, `proc.aname = sshd`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `proc.aname[0]` is the process itself,
 * `proc.aname[1]` its parent; `proc.args[0]` is the first argument after the command. Past the end
 * `proc.args` is the empty string, which is a value.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
