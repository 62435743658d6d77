/**
 * A `regex` comes before a check that only compares one value.
 *
 * ## Why
 *
 * Falco asks from left to right and stops at the first check that fails. A regular expression costs many
 * times what a comparison does; behind the cheap checks it is hardly ever reached.
 *
 * ## Instead
 *
 * Put the cheap checks in front: `proc.pname = sshd and proc.cmdline regex '.*(nc|ncat) .*'`.
 *
 * ## Notes
 *
 * The event type does not count: rules are only evaluated on the events that they are about, wherever that
 * stands.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
