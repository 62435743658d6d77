import { type Limits } from "../project/index.js";
import { type Finding, type Severity } from "./finding.js";
import { type Model } from "./model.js";
import type { LintRule } from "./rule.js";
/** What the user wants of a rule in a file; undefined for what the rule says itself. */
export type RuleSettings = (rule: string, file: string) => Severity | "off" | undefined;
/** Sorted by file, line, column and rule, each once. */
export interface LintResult {
    readonly findings: readonly Finding[];
    /** What comments in the files hide, with a reason. */
    readonly ignored: readonly Finding[];
}
/** Runs the rules over the model, and takes out what comments in the files ask to ignore. */
export declare function lint(whole: Model, rules: readonly LintRule[], settings?: RuleSettings, limits?: Limits): LintResult;
