import { type CheckOptions, check as checkAll } from "./check.ts";
import { type Report, withExcerpts } from "./report/index.ts";

export {
  type DeclaredField,
  type Description,
  describe,
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type FieldValue,
  type FieldValues,
  type LoadOptions,
  type RulesText,
  type ValidationResult,
  validate,
} from "./falco/index.ts";
export type { Finding } from "./lint/index.ts";
export { UsageError } from "./project/index.ts";
export type { CheckOptions, Report };

/**
 * Checks files and folders.
 *
 * @param paths files and folders; empty means what the configuration says, or all of the workspace
 * @returns the report that `falcoverage check --format json` prints
 * @throws UsageError when the options or the configuration are wrong
 */
export async function check(paths: readonly string[], options?: CheckOptions): Promise<Report> {
  const { report, context } = await checkAll(paths, options);
  return withExcerpts(report, context);
}
