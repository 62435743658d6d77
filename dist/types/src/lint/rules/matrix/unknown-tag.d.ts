/**
 * A rule's compliance tag names a control that the framework does not have.
 *
 * ## Why
 *
 * A tag that names no control counts for nothing. Ids of older editions and headings are such tags, too.
 *
 * ## Instead
 *
 * Correct the tag: `SOC2_CC6.8`.
 *
 * ## Notes
 *
 * The fix writes the nearest id, or the primary successor of an older one. It asks to be looked at first, as alerts carry
 * the tag, and something may select them by it.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
