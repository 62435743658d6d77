/**
 * `proc.aname != x` asks whether some ancestor is not `x`.
 *
 * ## Why
 *
 * Without an index the field stands for all ancestors, and a check holds if it holds for one of them. Some
 * ancestor is nearly always different, so the check excludes nothing. What is meant is that no ancestor is
 * `x`. The same holds for `proc.aexe`, `proc.aexepath`, `proc.acmdline`, `proc.apid` and `proc.aenv`.
 *
 * ## Instead
 *
 * Negate the whole check: `not proc.aname = sshd`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). For a process without ancestors `proc.aname != x` is
 * false.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
