/**
 * A rule, macro or list is defined twice, and the second definition replaces the first.
 *
 * ## Why
 *
 * Falco replaces the first silently. Anyone who changes it changes nothing, and the two are most often there
 * by accident: copied from another file, or named alike by two people.
 *
 * ## Instead
 *
 * Append to the first definition with `override: {items: append}`, or remove one of the two.
 *
 * ## Notes
 *
 * In one file this is a warning. A macro or list that one loaded file defines and a later one replaces is a
 * notice, and none at all where the first is there to be replaced: named `user_...`, empty, or `never_true`.
 * Rules that several files define are reported by [stack/duplicate-rule](../stack/duplicate-rule.md).
 * Definitions of Falco's published rules may be replaced.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
