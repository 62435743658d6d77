import { type CheckOptions, check as checkAll } from "./check.ts";
import type { Report } from "./report/report.ts";

export { evaluate } from "./falco/evaluate/index.ts";
export { describe, validate } from "./falco/index.ts";
export type { CheckOptions, Report };

/**
 * Checks files and folders.
 *
 * @returns the report that `falcoverage check --format json` prints
 * @throws UsageError when the options or the configuration are wrong
 */
export async function check(paths: readonly string[], options?: CheckOptions): Promise<Report> {
  return (await checkAll(paths, options)).report;
}
