import { type Operation } from "./evidence/index.js";
import { type Inspection, type InspectOptions } from "./inspect.js";
import { type EarlierFiles } from "./project/index.js";
import { type RenderContext, type Report } from "./report/index.js";
import { type VersionChange } from "./upgrade/index.js";
export { findingsOf } from "./assess.js";
export { evidenceOf, type Inspection, type InspectOptions, inspect, inThePast, onDisk } from "./inspect.js";
export interface CheckOptions extends InspectOptions {
    /** A JSON report to compare with. */
    readonly base?: string | undefined;
    /** The files that an earlier revision had otherwise, to compare with. */
    readonly earlier?: EarlierFiles | undefined;
    /** The one file whose findings are reported, from the workspace; the others are still read. */
    readonly only?: string | undefined;
    /** Why there is no earlier revision to compare with where there should be one: losses cannot be seen then. */
    readonly missingBase?: string | undefined;
    readonly color?: boolean | undefined;
    readonly quiet?: boolean | undefined;
    /** In the text report, the worst alone and the rest as counts. */
    readonly firstScreen?: boolean | undefined;
    /** Columns of the terminal. */
    readonly width?: number | undefined;
    /** Seconds that the check may take. */
    readonly timeout?: number | undefined;
}
/** A report, and what the formats need with it. */
export interface Checked {
    readonly report: Report;
    readonly context: RenderContext;
    /** The versions that the deployments have otherwise than before. */
    readonly versionChanges?: readonly VersionChange[];
}
/** The whole pipeline: what was read, then findings, coverage and the report. Throws as {@link inspect} does. */
export declare function check(paths: readonly string[], options?: CheckOptions): Promise<Checked>;
/** The second half of the pipeline, with what another inspection of the same workspace finds to compare with. */
export declare function reportOf(inspection: Inspection, base: Inspection, options: CheckOptions): Checked;
/** The second half of the pipeline, with what records of a period say of the rules. */
export declare function reportOnRecords(inspection: Inspection, operation: Operation, options: CheckOptions): Checked;
