import type { LintRule } from "../rule.ts";
/** Every lint rule, by id. */
export declare const lintRules: readonly LintRule[];
