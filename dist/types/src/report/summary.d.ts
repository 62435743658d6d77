import type { Coverage } from "../compliance/coverage.js";
import { type Difference } from "../compliance/difference.js";
import type { Finding } from "../lint/finding.js";
import type { Settings } from "../settings.js";
import type { Summary } from "./report.js";
interface Judged {
    readonly findings: readonly Finding[];
    readonly coverage: Coverage;
    readonly suppressed: Summary["suppressed"];
}
/** Counts, and whether what was asked for is reached. */
export declare function summarise(counts: {
    readonly files: number;
    readonly rules: number;
    readonly falcoVersion: string;
}, { findings, coverage, suppressed }: Judged, settings: Settings, difference?: Difference): Summary;
/** Whether a finding by itself makes the check fail. */
export declare function failsCheck({ failOn, onlyNew }: Pick<Settings, "failOn" | "onlyNew">, difference: Difference | undefined): (finding: Finding) => boolean;
export {};
