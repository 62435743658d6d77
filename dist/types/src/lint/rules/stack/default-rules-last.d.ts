/**
 * The default rules are loaded after a local file, and define again what that file defines.
 *
 * ## Why
 *
 * Falco loads files in the order of `rules_files`. The last definition of a name counts, so a local version
 * of a default rule, macro or list is replaced by the default, as if it were not there.
 *
 * ## Instead
 *
 * List the default rules first.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
