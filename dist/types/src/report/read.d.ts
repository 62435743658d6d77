import type { Report } from "./report.js";
/**
 * Reads a report that `check --format json` wrote.
 *
 * @throws UsageError when the file cannot be read, or is not such a report
 */
export declare function readReport(root: string, file: string): Promise<Report>;
