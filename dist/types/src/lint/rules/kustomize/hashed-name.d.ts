import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
