/**
 * A rule has no tags, while other rules of its file have some.
 *
 * ## Why
 *
 * Where tags are in use, they decide: `rules` in falco.yaml switches rules by tag, routes of alerts and
 * reports go by them. A rule without any is passed over by all of these.
 *
 * ## Instead
 *
 * Give the rule the tags that the others of the file have: where it applies, what it is about, the technique.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
