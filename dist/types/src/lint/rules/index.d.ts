import type { LintRule } from "../rule.js";
/** Every lint rule, by id. */
export declare const lintRules: readonly LintRule[];
