import type { Diagnostic, FalcoCode } from "../falco/index.js";
import { type Location } from "../project/index.js";
import { type Ruleset } from "../stack/index.js";
import type { Severity } from "./finding.js";
import type { Model } from "./model.js";
import type { LintRule, Problem } from "./rule.js";
interface FalcoCodeRule {
    readonly id: string;
    readonly code: FalcoCode;
    readonly severity: Severity;
    readonly summary: string;
    /** For a ruleset, what fixes a problem at a location. */
    readonly fixesOf?: (ruleset: Ruleset, model: Model) => (at: Location) => Problem["fix"];
    /** Whether a fix writes the existing name that was likely meant. */
    readonly fixesNames?: true;
    /** Whether Falco might not report it, as it has files that are not available here. */
    readonly isUnsure?: (ruleset: Ruleset, diagnostic: Diagnostic) => boolean;
}
/** A lint rule that reports what Falco itself reports under one of its codes. */
export declare function falcoCodeRule({ id, code, severity, summary, fixesOf, fixesNames, isUnsure, }: FalcoCodeRule): LintRule & {
    readonly falcoCode: FalcoCode;
};
export {};
