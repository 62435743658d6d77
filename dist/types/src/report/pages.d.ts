import type { LintRule } from "../lint/index.js";
import type { RuleDescription } from "./report.js";
/** What formats say of the rules. Pages are read when asked for. */
export declare function describeRules(rules: readonly LintRule[]): Map<string, RuleDescription>;
