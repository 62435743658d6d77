/**
 * The matrix names a rule that does not exist.
 *
 * ## Why
 *
 * A rule that is not there covers nothing. It was renamed or taken out, or its name is written in another
 * way: Falco compares names letter by letter.
 *
 * ## Instead
 *
 * Write the name of the rule as its rules file has it.
 *
 * ## Notes
 *
 * A rule of the files that the Falco project publishes is a warning as long as none of the deployments loads
 * that file.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
