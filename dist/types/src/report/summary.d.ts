import { type Coverage, type Difference } from "../compliance/index.js";
import { type Finding } from "../lint/index.js";
import type { Settings } from "../settings.js";
import type { SettingsChange, Summary } from "./report.js";
interface Assessed {
    readonly findings: readonly Finding[];
    readonly coverage: Coverage;
    readonly suppressed: Summary["suppressed"];
}
interface Changes {
    readonly difference?: Difference | undefined;
    readonly settingsChange?: SettingsChange | undefined;
    /** Why there is nothing to compare with where there should be. */
    readonly missingBase?: string | undefined;
}
/** Counts, and whether what was asked for is reached. */
export declare function summarise(counts: {
    readonly files: number;
    readonly rules: number;
    readonly falcoVersion: string;
}, { findings, coverage, suppressed }: Assessed, settings: Settings, { difference, settingsChange, missingBase }?: Changes): Summary;
/** Whether a finding by itself makes the check fail. */
export declare function failsCheck({ failOn, onlyNew }: Pick<Settings, "failOn" | "onlyNew">, difference: Difference | undefined): (finding: Finding) => boolean;
/** Why a loss fails the check: the controls that are lost, and the deployments that cover fewer of them. */
export declare function regressionFailures(difference: Difference, names: (framework: string) => string): string[];
export {};
