/**
 * The number in `proc.aenv[N]` chooses no ancestor.
 *
 * ## Why
 *
 * `proc.aname[2]` is the grandparent; `proc.aenv[2]` is not. It is compared like `proc.aenv`, with the
 * environment of every ancestor.
 *
 * ## Instead
 *
 * Write `proc.aenv contains LD_PRELOAD`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). With a name it is the value of that variable:
 * `proc.aenv[HOME]`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
