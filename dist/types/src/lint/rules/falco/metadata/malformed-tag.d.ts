/**
 * A tag is empty, is several in one, has spaces around it, or is meant for a control and cannot be read as
 * one.
 *
 * ## Why
 *
 * Falco compares tags as a whole and letter by letter. A tag that looks right and is not selects nothing in
 * falco.yaml, and a control that is named in a form of its own is not counted as covered.
 *
 * ## Instead
 *
 * Write one tag an item, and a control as its framework and id: `[container, shell, SOC2_CC6.8]`.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
