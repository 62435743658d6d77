import type { Location } from "../project/index.js";
import type { Ruleset } from "../stack/index.js";
import type { Severity } from "./finding.js";
import type { LintRule } from "./rule.js";
/** A field with something between its brackets, where a file of the repository has it. */
export interface ArgumentUse {
    readonly name: string;
    /** The text between the brackets, without quotes. */
    readonly argument: string;
    /** As it can be written: `proc.aname[2]`. */
    readonly written: string;
    /** Some fields are compared in a way of their own where they are alone on the left of an operator. */
    readonly role: "compared" | "extracted";
    readonly ruleset: Ruleset;
    readonly at: Location;
}
/** The problem of the text between the brackets. */
export interface ArgumentProblem {
    readonly message: string;
    readonly help: string;
    readonly severity?: Severity;
}
/** A lint rule about the text between the brackets of fields, one field at a time. */
export declare function argumentRule(head: Omit<LintRule, "check" | "checkIgnores">, find: (use: ArgumentUse) => ArgumentProblem | undefined): LintRule;
