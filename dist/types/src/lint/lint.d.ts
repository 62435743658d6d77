import { type Limits } from "../project/index.js";
import { type Finding, type Severity } from "./finding.js";
import { type Model } from "./model.js";
import type { LintRule } from "./rule.js";
/** By rule id or `<category>/*`: what the user wants of a rule. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;
/** Sorted by file, line, column and rule, each once. */
export interface LintResult {
    readonly findings: readonly Finding[];
    /** What comments in the files hide, with a reason. */
    readonly ignored: readonly Finding[];
}
/** Runs the rules over the model, and takes out what comments in the files ask to ignore. */
export declare function lint(whole: Model, rules: readonly LintRule[], settings?: RuleSettings, limits?: Limits): LintResult;
