import { type Revision } from "../project/index.js";
import type { Finding } from "./finding.js";
/** Findings that a repository had when it adopted the check, as `schemas/baseline.schema.json` describes them. */
export interface Baseline {
    readonly version: 1;
    readonly findings: readonly Pick<Finding, "fingerprint" | "rule" | "file">[];
}
export declare const noBaseline: Baseline;
/**
 * Reads a baseline file.
 *
 * @throws UsageError when it is outside the workspace, cannot be read or is not a baseline
 */
export declare function readBaseline(revision: Revision, file: string): Baseline;
/** The text of a baseline with these findings: one line each, so that its own changes can be read. */
export declare function baselineText(findings: readonly Finding[]): string;
/** Parts findings into those that the baseline does not have and those that it does; `gone` counts its others. */
export declare function applyBaseline(findings: readonly Finding[], baseline: Baseline): {
    readonly kept: readonly Finding[];
    readonly known: readonly Finding[];
    readonly gone: number;
};
