import { type CheckOptions } from "./check.js";
import type { Report } from "./report/report.js";
export type { EvaluateOptions, Evaluation, FieldValue, FieldValues } from "./falco/evaluate/index.js";
export { evaluate } from "./falco/evaluate/index.js";
export type { DeclaredField, Description, LoadOptions, RulesText, ValidationResult, } from "./falco/index.js";
export { describe, validate } from "./falco/index.js";
export type { Finding } from "./lint/finding.js";
export { UsageError } from "./project/discover.js";
export type { CheckOptions, Report };
/**
 * Checks files and folders.
 *
 * @param paths files and folders; empty means what the configuration says, or all of the workspace
 * @returns the report that `falcoverage check --format json` prints
 * @throws UsageError when the options or the configuration are wrong
 */
export declare function check(paths: readonly string[], options?: CheckOptions): Promise<Report>;
