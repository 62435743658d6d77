import { type Known } from "../evidence/index.js";
/** What is known of a release's versions. */
interface Versions {
    readonly falcoVersion: Known<string>;
    readonly chartVersion: Known<string> | undefined;
}
/** A release of the Falco chart, with the Falco that it brings. */
interface ChartRelease {
    readonly chart: string;
    readonly falco: string;
}
/**
 * The release of the Falco chart that a version stands for: `4.2.5`, or the newest that a range such as `4.x` or
 * `^4.2.0` allows. Undefined where no release that is known is meant.
 */
export declare function chartRelease(version: string): ChartRelease | undefined;
/** The chart's version, or the newest that brings the deployed Falco; undefined where neither is known. */
export declare function chartVersionOf({ chartVersion, falcoVersion }: Versions): string | undefined;
/** The newest release of the Falco chart that brings a version of Falco; undefined where none that is known does. */
export declare function chartOf(falco: string): string | undefined;
/** Whether the chart of a release comes before a version. Where nothing is known of it, it is the newest. */
export declare function isChartBefore(release: Versions, version: string): boolean;
export {};
