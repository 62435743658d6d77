import type { Coverage } from "../compliance/coverage.ts";
import { type Difference } from "../compliance/difference.ts";
import type { Finding } from "../lint/finding.ts";
import type { Settings } from "../project/settings.ts";
import type { Summary } from "./report.ts";
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
export {};
