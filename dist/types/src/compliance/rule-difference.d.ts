import { type Effect } from "../falco/index.js";
import type { ReportedRule } from "./reported-rule.js";
/** One thing that is different about a rule. */
export type RuleChange = {
    readonly aspect: "enabled";
    readonly to: boolean;
} | {
    readonly aspect: "priority";
    readonly from: string;
    readonly to: string;
} | {
    readonly aspect: "source";
    readonly from: string;
    readonly to: string;
} | {
    readonly aspect: "condition";
    /** What the rule matches now. */
    readonly effect: Effect;
    /** What was added and removed, in words. */
    readonly details: readonly string[];
};
/** What is different between two definitions of a rule. */
export declare function ruleChanges(before: ReportedRule, after: ReportedRule): RuleChange[];
