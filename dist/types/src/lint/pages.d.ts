import type { RuleDescription } from "../report/report.js";
import type { LintRule } from "./rule.js";
/** What formats say of the rules. Pages are read when asked for. */
export declare function describeRules(rules: readonly LintRule[]): Map<string, RuleDescription>;
