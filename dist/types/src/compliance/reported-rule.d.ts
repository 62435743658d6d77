import type { Ruleset } from "../stack/index.js";
/** A Falco rule as one ruleset loads it: what two reports compare. */
export interface ReportedRule {
    readonly name: string;
    /** Event source. */
    readonly source: string;
    /** As Falco writes it. */
    readonly priority: string;
    /** After overrides, before the selection of falco.yaml. */
    readonly enabled: boolean;
    /** As Falco compiles it, with macros, lists and exceptions in their places; null where it does not compile. */
    readonly condition: string | null;
    readonly exceptions: readonly ReportedException[];
    readonly tags: readonly string[];
    /** Where the rule is defined, from the workspace root; null for a rule that the repository does not hold. */
    readonly file: string | null;
    readonly line: number | null;
    /** The items that append to it or override it, in load order. */
    readonly changedAt: readonly {
        readonly file: string;
        readonly line: number;
    }[];
}
export interface ReportedException {
    readonly name: string;
    /** How many sets of values it has. */
    readonly values: number;
}
/** The rules of all rulesets; what several rulesets load from one place alike is there once. */
export declare function reportedRules(rulesets: readonly Ruleset[]): ReportedRule[];
