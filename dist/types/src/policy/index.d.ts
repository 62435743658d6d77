import type { Text } from "../project/index.js";
import { Policies } from "./policy-rules.js";
export { runExamples } from "./examples.js";
export type { Policies };
/**
 * Reads files of policies.
 *
 * @throws UsageError with file, line and column for what is not as the schema says, or has an expression that is wrong
 */
export declare function readPolicies(files: readonly Text[]): Policies;
