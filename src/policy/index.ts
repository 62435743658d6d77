import type { Revision } from "../project/index.ts";
import { readPolicyFiles } from "./policy.ts";
import { Policies } from "./policy-rules.ts";

export { runExamples } from "./examples.ts";
export type { Policies };

/**
 * Reads policies from files of their own.
 *
 * @param files from the workspace root
 * @throws UsageError with file, line and column for what is missing, is not as the schema says, or has an expression
 * that is wrong
 */
export function readPolicies(revision: Revision, files: readonly string[]): Policies {
  return new Policies(readPolicyFiles(revision, files));
}
