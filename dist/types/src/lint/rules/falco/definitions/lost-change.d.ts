/**
 * A change of a rule, macro or list comes before a definition that undoes it.
 *
 * ## Why
 *
 * Falco reads items in order, and a definition starts anew: what was appended, replaced, enabled or disabled
 * before it is replaced. Often the order of files is the reason: `rules_files` lists the file with the changes
 * first, or its name sorts before.
 *
 * ## Instead
 *
 * Put the change after the definition, or list its file later in `rules_files`.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
