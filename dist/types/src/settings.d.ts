import { type Rung } from "./compliance/coverage.js";
import { type Severity } from "./lint/finding.js";
import type { Config } from "./project/config.js";
/** What is asked for on the command line or by the action; what is left out is the configuration's or a default. */
export interface Wishes {
    readonly falcoVersion?: string | undefined;
    readonly kubernetesVersion?: string | undefined;
    readonly level?: string | undefined;
    readonly failOn?: string | undefined;
    /** Percent, as `80`, or by framework, as `80,soc2=90`. */
    readonly minCoverage?: string | undefined;
    /** Also as the text `true` or `false`. */
    readonly failOnRegression?: string | boolean | undefined;
    /** Also as the text `true` or `false`. */
    readonly onlyNew?: string | boolean | undefined;
}
export interface Settings {
    /** Undefined: that of the deployment, or the newest known. */
    readonly falcoVersion: string | undefined;
    readonly kubernetesVersion: string | undefined;
    /** The rung from which a control counts as covered. */
    readonly level: Rung;
    /** The mildest severity that fails the check. */
    readonly failOn: Severity | "never";
    /** Least coverage in percent: `overall` or by framework id. */
    readonly minCoverage: ReadonlyMap<string, number>;
    /** Whether a control that is lost since the base fails the check. */
    readonly failOnRegression: boolean;
    /** Whether a finding fails the check only if the base does not have it. */
    readonly onlyNew: boolean;
    /** Today, `YYYY-MM-DD`, in UTC. */
    readonly today: string;
}
/** @throws UsageError for a value that is none of those an option takes */
export declare function settle(wishes: Wishes, config: Config): Settings;
