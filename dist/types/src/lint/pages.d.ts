import type { RuleDescription } from "../report/report.ts";
import type { LintRule } from "./rule.ts";
/** What formats say of the rules. Pages are read when asked for. */
export declare function describeRules(rules: readonly LintRule[]): Map<string, RuleDescription>;
