/**
 * An exception excludes everything that its rule looks for.
 *
 * ## Why
 *
 * The rule is enabled, loads, and never alerts. It takes one value: the very name that the rule asks for, a
 * prefix of its prefix, a `*` after `glob`, `/` after `pmatch`. Controls that depend on the rule are not
 * covered.
 *
 * ## Instead
 *
 * Narrow the values down to what is known to be harmless, for instance by the whole command line.
 *
 * ## Notes
 *
 * It is reported where it is proven from the checks of the condition and of the exception: equal checks,
 * values of `in` lists, prefixes of prefixes, bounds of numbers.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
