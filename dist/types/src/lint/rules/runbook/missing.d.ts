/**
 * A rule at WARNING or above has no runbook, in a repository that has runbooks.
 *
 * ## Why
 *
 * From WARNING on somebody is expected to act, often at night and often not the author of the rule. Without a
 * runbook they start from nothing, and what they do first may destroy the evidence.
 *
 * ## Instead
 *
 * Write a page whose front matter names the rule under `rules`.
 *
 * ## Notes
 *
 * A runbook is a Markdown page whose front matter has a list `rules`. A repository without any is not
 * reported, and so are Falco's own rules and disabled ones.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
