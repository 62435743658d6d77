import { type CheckOptions } from "./check.ts";
import type { Report } from "./report/report.ts";
export type { EvaluateOptions, Evaluation, FieldValue, FieldValues } from "./falco/evaluate/index.ts";
export { evaluate } from "./falco/evaluate/index.ts";
export type { DeclaredField, Description, LoadOptions, RulesText, ValidationResult, } from "./falco/index.ts";
export { describe, validate } from "./falco/index.ts";
export type { Finding } from "./lint/finding.ts";
export { UsageError } from "./project/discover.ts";
export type { CheckOptions, Report };
/**
 * Checks files and folders.
 *
 * @param paths files and folders; empty means what the configuration says, or all of the workspace
 * @returns the report that `falcoverage check --format json` prints
 * @throws UsageError when the options or the configuration are wrong
 */
export declare function check(paths: readonly string[], options?: CheckOptions): Promise<Report>;
