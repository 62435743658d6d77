/**
 * Two rules of a deployment page people on one and the same event.
 *
 * ## Why
 *
 * Whoever is on duty gets two pages for one act, acknowledges both, and learns that half of the pages say nothing new.
 *
 * ## Instead
 *
 * Keep the rule that says more. Switch the other off (`rules:` in falco.yaml), lower its priority, or leave the event
 * that both see out of its condition.
 *
 * ## Notes
 *
 * Looks at deployments with `rule_matching: all`, in which each rule that matches raises an alert, and at rules with a
 * priority of ERROR or above. The rules are run on the reference events of all signals. Two rules that page on different events
 * of one attack report two stages of it, which is fine. For rules of the Falco project whose text is not in the repository it is
 * recorded on which acts they fire, so they are compared on acts of a single event.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
