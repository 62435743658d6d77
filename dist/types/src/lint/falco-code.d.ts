import type { FalcoCode } from "../falco/index.js";
import type { Ruleset } from "../stack/ruleset.js";
import type { Severity } from "./finding.js";
import type { LintRule, Problem } from "./rule.js";
/** A lint rule that passes on what Falco itself says under one of its codes. */
export declare function falcoCodeRule(id: string, code: FalcoCode, severity: Severity, summary: string, fixOf?: (ruleset: Ruleset, at: Problem["at"]) => Problem["fix"]): LintRule & {
    readonly falcoCode: FalcoCode;
};
