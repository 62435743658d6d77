/**
 * A macro or list is used, but only by macros or lists that no rule uses.
 *
 * ## Why
 *
 * Falco takes it as used ([falco/unused-macro](unused-macro.md) and [falco/unused-list](unused-list.md) speak
 * of the others). Anyone who changes it expects that to change an alert, and it does not.
 *
 * ## Instead
 *
 * Use it in a rule, or remove it.
 *
 * ## Notes
 *
 * A macro or list that takes the place of one in the rules that Falco brings is used there, which is how they
 * are tuned.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
