import type { Location } from "../project/index.js";
import type { Confidence, Finding, Severity } from "./finding.js";
import type { EvaluatedIgnore } from "./ignore.js";
import type { Model } from "./model.js";
/** A change of text at a location; resolved to lines when the finding is made. */
export interface LocatedEdit {
    readonly at: Location;
    readonly text: string;
}
/** What a lint rule found, with symbolic locations that are resolved to lines late. */
export interface Problem {
    readonly at: Location;
    /** What is wrong here, in one or two sentences of plain text. */
    readonly message: string;
    /** Why it matters and what to write instead. */
    readonly help?: string;
    /** Where it differs from the rule's own severity. */
    readonly severity?: Severity;
    /** Where it is lower than the rule's own; a higher one has no effect. */
    readonly confidence?: Confidence;
    /** Falco's own code where Falco reports the same thing. */
    readonly falcoCode?: string;
    readonly fix?: {
        readonly description: string;
        readonly safe: boolean;
        readonly edits: readonly LocatedEdit[];
    };
}
/** A finding with its location, before anything hides it. */
export interface FoundProblem {
    readonly finding: Omit<Finding, "fingerprint">;
    readonly at: Location;
}
/**
 * One lint rule: a file `src/lint/rules/<category>/<name>.ts` with this as its default export and with its reason in
 * a comment at its head, and fixtures `test/lint/rules/<category>/<name>/`. Its page in `docs/rules` is generated
 * from these.
 */
export type LintRule = RuleHead & ({
    readonly check: (model: Model) => Iterable<Problem>;
}
/** Looks at what the rules before it found. */
 | {
    readonly checkFindings: (findings: readonly FoundProblem[]) => Iterable<Problem>;
}
/** Looks at the comments that hide findings, when all other rules are done; nothing hides what it finds. */
 | {
    readonly checkIgnores: (ignores: readonly EvaluatedIgnore[], ruleIds: ReadonlySet<string>) => Iterable<Problem>;
});
interface RuleHead {
    /** `<category>/<name>`, as the file is called. */
    readonly id: string;
    readonly severity: Severity;
    readonly confidence: Confidence;
    /** One line that says what the rule finds, for lists and for SARIF. */
    readonly summary: string;
    /** Markdown that says more, for a rule without a page in `docs/rules`: a policy of the user's own. */
    readonly page?: string;
    /** Whether it offers fixes. */
    readonly fixable: boolean;
    /** Whether it looks at any manifest or file, Falco's or not. What it finds outside of the scope is not reported. */
    readonly general?: true;
}
export {};
