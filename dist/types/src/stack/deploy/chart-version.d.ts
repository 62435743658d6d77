import { type Known } from "../evidence/known.js";
/** What is known of a release's versions. */
interface Versions {
    readonly falcoVersion: Known<string>;
    readonly chartVersion: Known<string> | undefined;
}
/** The chart's version, or the newest that brings the deployed Falco; undefined where neither is known. */
export declare function chartVersionOf({ chartVersion, falcoVersion }: Versions): string | undefined;
/** Whether the chart of a release comes before a version. Where nothing is known of it, it is the newest. */
export declare function isChartBefore(release: Versions, version: string): boolean;
export {};
