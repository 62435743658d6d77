/**
 * An earlier rule matches whatever a rule matches.
 *
 * ## Why
 *
 * With `rule_matching: first`, which is what Falco does when falco.yaml says nothing, an event raises one
 * alert: that of the first rule that matches. A rule behind one that asks for the same, or for less, never
 * alerts. With `rule_matching: all`, two rules with the same condition raise two alerts for each event, which
 * is a notice.
 *
 * ## Instead
 *
 * Put the narrower rule first.
 *
 * ## Notes
 *
 * Macros and lists are compared by what they stand for, and exceptions count. Conditions that say the same in
 * other words are not found: what is reported is sure.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
