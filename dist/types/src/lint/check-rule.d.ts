import type { Span } from "../project/index.js";
import type { WrittenCheck } from "./conditions.js";
import type { Confidence, Severity } from "./finding.js";
import type { LintRule, Problem } from "./rule.js";
/** What is wrong with a check. */
export interface CheckProblem {
    /** The part of the condition at fault; by default the whole check. */
    readonly span?: Span;
    readonly message: string;
    readonly help?: string;
    readonly severity?: Severity;
    readonly confidence?: Confidence;
    readonly fix?: NonNullable<Problem["fix"]>;
}
/** A lint rule that looks at the checks of conditions, one at a time. */
export declare function checkRule(head: Omit<LintRule, "check" | "checkFindings" | "checkIgnores">, find: (written: WrittenCheck) => CheckProblem | readonly CheckProblem[] | undefined): LintRule;
/**
 * A fix that writes a check in another way, where it stands in its file as a whole.
 *
 * @param safe whether the new check is proven to hold for the same events: see `src/fix/meaning.ts`
 */
export declare function rewrite(written: WrittenCheck, text: (parts: {
    readonly left: string;
    readonly right: string;
}) => string | undefined, safe?: boolean): Pick<CheckProblem, "fix">;
/** A check for each value of a list as it is written: `(left = a or left = b)`. Undefined where names of lists are among them. */
export declare function alternatives(left: string, operator: string, right: string, junction: "and" | "or"): string | undefined;
