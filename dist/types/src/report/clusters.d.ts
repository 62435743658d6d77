import type picocolors from "picocolors";
import type { Cluster, Report } from "./report.js";
/** The clusters of a merged report, with their share of each framework. */
export interface ClusterTable {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
}
/** Empty texts where a cluster does not have a framework. */
export declare function clusterTable(clusters: readonly Cluster[]): ClusterTable;
/** For a terminal: one block. Empty for a report of one cluster. */
export declare function clustersText({ clusters }: Report, colors: ReturnType<typeof picocolors.createColors>): string[];
