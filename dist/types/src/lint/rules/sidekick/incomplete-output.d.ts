/**
 * An output of falcosidekick is configured in part: a value that it needs is missing.
 *
 * ## Why
 *
 * falcosidekick leaves the output off and starts without it. Nobody gets the alerts that were to go there.
 *
 * ## Instead
 *
 * Set the value that the message names.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
