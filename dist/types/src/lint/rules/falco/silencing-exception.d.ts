import type { LintRule } from "../../rule.ts";
declare const rule: LintRule;
export default rule;
