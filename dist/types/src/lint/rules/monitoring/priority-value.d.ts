/**
 * An expression compares a label with a priority as the metric does not write it.
 *
 * ## Why
 *
 * The label `priority` holds a number: in Falco's own counter from 0 for emergency to 7 for debug, in
 * falcosidekick's from 1 for debug to 8 for emergency. A word never equals it, so that the alert never fires.
 * falcosidekick has the word, in lower case, in `priority_raw`.
 *
 * ## Instead
 *
 * Compare `priority_raw` with the word in lower case, or `priority` with the number.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
