import { type Rung } from "./compliance/index.js";
import type { Config } from "./configuration/index.js";
import { type Confidence, type Severity } from "./lint/index.js";
/** What is asked for on the command line or by the action; what is left out is the configuration's or a default. */
export interface SettingsOptions {
    readonly falcoVersion?: string | undefined;
    readonly kubernetesVersion?: string | undefined;
    readonly level?: string | undefined;
    readonly failOn?: string | undefined;
    readonly minConfidence?: string | undefined;
    /** Percent, as `80`, or by framework, as `80,soc2=90`. */
    readonly minCoverage?: string | undefined;
    /** Also as the text `true` or `false`. */
    readonly failOnRegression?: string | boolean | undefined;
    /** Also as the text `true` or `false`. */
    readonly onlyNew?: string | boolean | undefined;
    readonly scope?: string | undefined;
    readonly gate?: string | undefined;
}
declare const scopes: readonly ["falco", "all"];
/** Whose settings decide about a change: those of the revision that it starts from, or its own. */
export type Gate = "base" | "head";
export interface Settings {
    /** Undefined: that of the deployment, or the newest known. */
    readonly falcoVersion: string | undefined;
    readonly kubernetesVersion: string | undefined;
    /** The rung from which a control counts as covered. */
    readonly level: Rung;
    /** The mildest severity that fails the check. */
    readonly failOn: Severity | "never";
    /** Findings of a lower confidence are left out. */
    readonly minConfidence: Confidence;
    /** Least coverage in percent: `overall` or by framework id. */
    readonly minCoverage: ReadonlyMap<string, number>;
    /** Least breadth of a control that is proven, in percent. */
    readonly minBreadth: number;
    /** Whether a control that is lost since the base fails the check. */
    readonly failOnRegression: boolean;
    /** Whether a finding fails the check only if the base does not have it. */
    readonly onlyNew: boolean;
    /** Whether manifests that have no part in a Falco deployment are checked too. */
    readonly scope: (typeof scopes)[number];
    readonly gate: Gate;
    /** Today, `YYYY-MM-DD`, in UTC. */
    readonly today: string;
}
/** @throws UsageError for a value that is none of those an option takes */
export declare function resolveSettings(options: SettingsOptions, config: Config): Settings;
export {};
