import { type Blocker, type Coverage, type Rung, type RungCounts } from "./coverage.js";
import type { ReportedRule } from "./reported-rule.js";
import { type RuleChange } from "./rule-difference.js";
/** What of a report is compared with that of another revision. */
export interface Compared {
    readonly coverage: Coverage;
    readonly rules: readonly ReportedRule[];
    readonly findings: readonly {
        readonly fingerprint: string;
    }[];
}
/** What changed from one revision to the next. */
export interface Difference {
    /** Change of the shares, in the order of the newer report; the last is that of all together. */
    readonly totals: readonly TotalChange[];
    readonly controls: readonly ControlChange[];
    /** The deployments that cover more or less by themselves than before, which the best of them may hide. */
    readonly deployments: readonly DeploymentChange[];
    readonly rules: readonly RuleDifference[];
    readonly findings: {
        /** Fingerprints of the findings that the older revision did not have. */
        readonly added: readonly string[];
        /** How many findings of the older revision are gone. */
        readonly fixed: number;
    };
}
/** Numbers of `detect` controls; null where the revision did not ask for the framework. */
export interface TotalChange {
    /** Undefined for all frameworks together. */
    readonly framework?: string;
    /** Its name for people; reports of earlier versions lack it. */
    readonly name?: string;
    readonly from: Share | null;
    readonly to: Share | null;
}
/** Numbers of `detect` controls that one deployment covers by itself, in both revisions. */
export interface DeploymentChange {
    readonly name: string;
    readonly from: Share;
    readonly to: Share;
}
type Share = Pick<RungCounts, "covered" | "total" | "percent">;
export interface ControlReference {
    readonly framework: string;
    readonly id: string;
}
/**
 * `lost` and `gained`: it is no longer covered, or now is. `lowered` and `raised`: on another rung, on the same
 * side of the level. `left` and `joined`: it was asked for in one revision only.
 */
export interface ControlChange extends ControlReference {
    readonly title: string;
    readonly kind: "lost" | "gained" | "lowered" | "raised" | "left" | "joined";
    readonly from: Rung | null;
    readonly to: Rung | null;
    /** Whether it is in the totals. */
    readonly counted: boolean;
    /** The rules whose way changed with it. */
    readonly rules: readonly RuleMove[];
    /** For one that went down, what blocks it now. */
    readonly cause: Blocker | null;
}
export interface RuleMove {
    readonly name: string;
    readonly from: Rung | null;
    readonly to: Rung | null;
    /** What holds it back now; null when it is no longer named for the control, or nothing does. */
    readonly blockedBy: Blocker | null;
}
export interface RuleDifference {
    readonly name: string;
    readonly kind: "added" | "removed" | "renamed" | "changed";
    /** For one that was renamed, its name before. */
    readonly was?: string;
    readonly changes: readonly RuleChange[];
    /** Where it is defined, or changed by an item of its own; for one that was removed, where it was. */
    readonly file: string | null;
    readonly line: number | null;
    /** The controls that it covers; for one that was removed, those that it covered. */
    readonly controls: readonly ControlReference[];
}
/** Compares the reports of two revisions. Both are held against the level of the newer one. */
export declare function compare(base: Compared, head: Compared): Difference;
/** The controls that a change costs: they were covered and are covered no more, or are no longer asked for. */
export declare function regressions({ controls }: Difference): ControlChange[];
/** The deployments that cover fewer of the controls that are still asked for. */
export declare function weakened({ deployments }: Difference): DeploymentChange[];
export {};
