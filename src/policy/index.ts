import type { Text } from "../project/index.ts";
import { readPolicyFiles } from "./policy.ts";
import { Policies } from "./policy-rules.ts";

export { runExamples } from "./examples.ts";
export type { Policies };

/**
 * Reads files of policies.
 *
 * @throws UsageError with file, line and column for what is not as the schema says, or has an expression that is wrong
 */
export function readPolicies(files: readonly Text[]): Policies {
  return new Policies(readPolicyFiles(files));
}
