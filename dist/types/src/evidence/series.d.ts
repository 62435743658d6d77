import type { Period } from "./period.js";
import { type TimeSpans } from "./spans.js";
/** What one time series of a metric says over a period. */
export interface Series {
    readonly metric: string;
    readonly labels: Readonly<Record<string, string>>;
    /** When it existed: a sample counts for the time until the next, and for no more than the step. */
    readonly present: TimeSpans;
    /** The first value of a counter. */
    readonly first: number;
    /** By how much a counter grew from its first sample on; a restart sets it to 0. */
    readonly increase: number;
}
/** What the files of metrics hold. */
export interface Metrics {
    readonly series: readonly Series[];
    /** Seconds between two samples of the file with the longest step; 0 where there are none. */
    readonly step: number;
    /** Samples before or after the period, which say nothing of it. */
    readonly outside: number;
    /** What could not be read, as sentences with the position. */
    readonly problems: readonly string[];
}
/**
 * Reads range queries of Prometheus: the JSON of `/api/v1/query_range`, packed by gzip or not.
 *
 * @param root what the names of files are relative to
 * @throws UsageError for a file that cannot be read, is larger than 128 MiB, or is no range query
 */
export declare function readMetrics(root: string, files: readonly string[], period: Period): Metrics;
