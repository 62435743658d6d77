/**
 * `proc.env` with a number, or with nothing, in its brackets is the whole environment.
 *
 * ## Why
 *
 * A name in the brackets chooses one variable. Digits do not: they are neither the number of a variable nor
 * its name, and the field is the environment as a whole, as without brackets. So `proc.env[1] = ...` is never
 * true, `contains` looks through all variables, and in an output every password of the environment gets into
 * the alert.
 *
 * ## Instead
 *
 * Name the variable: `proc.env[LD_PRELOAD] != ""`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the same since 0.37. `proc.env[""]` is the whole
 * environment too. A variable that is not set is the empty string, so that `!= ""` asks whether it is set.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
