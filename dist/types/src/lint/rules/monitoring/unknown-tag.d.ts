/**
 * An expression selects by a tag that no rule has.
 *
 * ## Why
 *
 * Falco's counter of matches has a label for each tag of the rule: `tag_` and the tag, in which every
 * character but letters, digits and `_` is a `_`, and several of these are one. Without such a tag nothing is
 * selected.
 *
 * ## Instead
 *
 * Write `tag_` and the tag of the rule, with `_` for every other character: `tag_pci_dss`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
