import { type CheckOptions } from "./check.js";
import type { Report } from "./report/index.js";
export { type DeclaredField, type Description, describe, type EvaluateOptions, type Evaluation, evaluate, type FieldValue, type FieldValues, type LoadOptions, type RulesText, type ValidationResult, validate, } from "./falco/index.js";
export type { Finding } from "./lint/index.js";
export { UsageError } from "./project/index.js";
export type { CheckOptions, Report };
/**
 * Checks files and folders.
 *
 * @param paths files and folders; empty means what the configuration says, or all of the workspace
 * @returns the report that `falcoverage check --format json` prints
 * @throws UsageError when the options or the configuration are wrong
 */
export declare function check(paths: readonly string[], options?: CheckOptions): Promise<Report>;
