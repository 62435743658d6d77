/**
 * Two rules, macros or lists have names that differ only in case or in spaces.
 *
 * ## Why
 *
 * Falco compares names letter by letter. One that was meant to replace or change another defines a second one
 * instead: both run, and the change has no effect.
 *
 * ## Instead
 *
 * Use the name of the definition that you mean, letter by letter.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
