import type { Report } from "./report.js";
/** The report of one cluster or repository, with the name it goes by. */
export interface NamedReport {
    readonly name: string;
    readonly report: Report;
}
/**
 * Joins the reports of several clusters into one. A control is as high as in the cluster where it is lowest, of
 * those that ask for it; files and rules get the cluster's name in front. Held against the strictest of the levels.
 *
 * @param reports one or more, with names of their own
 */
export declare function mergeReports(reports: readonly NamedReport[]): Report;
