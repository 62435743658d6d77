/**
 * A condition or an output has a field that no event of the rule has.
 *
 * ## Why
 *
 * The check is false on every event. In an output the value is always `<NA>`, and those who respond miss what
 * the author thought they would see.
 *
 * ## Instead
 *
 * Use a field that these events have, such as `proc.exepath` for the program that a process runs.
 *
 * ## Notes
 *
 * It knows of the parameters of each event, and of file descriptors for events of processes.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
