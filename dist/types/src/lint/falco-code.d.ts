import type { Diagnostic, FalcoCode } from "../falco/index.js";
import type { Ruleset } from "../stack/rules/ruleset.js";
import type { Severity } from "./finding.js";
import type { LintRule, Problem } from "./rule.js";
/** A lint rule that passes on what Falco itself says under one of its codes. */
export declare function falcoCodeRule(id: string, code: FalcoCode, severity: Severity, summary: string, fixOf?: (ruleset: Ruleset, at: Problem["at"]) => Problem["fix"], 
/** Whether Falco would not say it, as it has files that are not at hand. */
isUnsure?: (ruleset: Ruleset, diagnostic: Diagnostic) => boolean): LintRule & {
    readonly falcoCode: FalcoCode;
};
