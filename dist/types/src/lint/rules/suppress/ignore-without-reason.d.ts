/**
 * A comment `falcoverage-ignore` names no rule, or gives no reason.
 *
 * ## Why
 *
 * It hides nothing: the next reader of the file needs to know why a finding is fine here. The reason is
 * what an auditor asks for.
 *
 * ## Instead
 *
 * Name the rule and give the reason: `# falcoverage-ignore falco/unused-list: the rules that use it come with
 * the next release`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
