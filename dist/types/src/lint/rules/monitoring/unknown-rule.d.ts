/**
 * An expression selects the alerts of a rule that does not exist.
 *
 * ## Why
 *
 * The rule was renamed or taken out. The expression has no data from then on, and the alert never fires.
 *
 * ## Instead
 *
 * Write the name of the rule as its rules file has it.
 *
 * ## Notes
 *
 * Only where rules are among the files. Patterns are looked at where they are names with `|` between them.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
