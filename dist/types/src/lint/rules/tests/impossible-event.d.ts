/**
 * The event of a rule test cannot happen: a call with the argument of another, a file that is a connection, the image
 * of a container on the host, a result that contradicts another.
 *
 * ## Why
 *
 * A test on an event that no kernel gives says nothing of the rule. The rule may fire on it and never in a cluster, or stay
 * silent on a near miss that nobody will ever see.
 *
 * ## Instead
 *
 * Write the values that Falco gives. The surest way is a line of its JSON output, as `json:`.
 *
 * ## Notes
 *
 * Looks at events of system calls. A field that the test leaves out is no contradiction. The sources are the event table, the
 * table of open flags and the code of the fields in Falco's libraries.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
