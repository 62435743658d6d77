/**
 * The `rules` section of falco.yaml enables or disables a rule or tag that no loaded rule has.
 *
 * ## Why
 *
 * Falco takes it silently, so the rule that was meant runs on, or stays off. Often the rule was renamed by an
 * update.
 *
 * ## Instead
 *
 * Write the name of the rule or the tag as the rules files have it.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
