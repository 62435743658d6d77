import { type ExplainedCheck } from "../falco/index.js";
import { type Location } from "../project/index.js";
import { type LoadedRules } from "./compiled-rules.js";
import { type ConditionCoverage } from "./condition-coverage.js";
import { type MutationScore } from "./mutate.js";
import type { SuiteProblem, TestSuite } from "./suite.js";
export interface RunOptions {
    /** How Falco goes on after a match: with `first` the first rule that matches an event takes it. */
    readonly matching?: "first" | "all";
    /** Also tell which other rules fire on each event. */
    readonly others?: boolean;
    /** Also measure which mistakes in the conditions the tests would notice. */
    readonly mutate?: boolean;
}
/** What came of one case. */
export interface CaseResult extends Location {
    readonly name: string;
    readonly fires: boolean;
    /** `error`: the case itself is wrong, or its event would end the engine. */
    readonly status: "passed" | "failed" | "error";
    /** Why it did not pass, in a sentence. */
    readonly message?: string;
    /** The checks that made the result what it is; of a case that failed. */
    readonly deciding: readonly ExplainedCheck[];
    /** What the rule says of the event; of a case in which it fires. */
    readonly output?: string;
    /** Other enabled rules of the same source that fire on the event, in the order of loading. */
    readonly otherRules: readonly string[];
}
/** What came of the tests of one rule. The location is that of its name in the test file. */
export interface RuleResult extends Location {
    readonly rule: string;
    readonly cases: readonly CaseResult[];
    /** Why the rule cannot be tested: it is not there, or does not compile. */
    readonly error?: string;
    readonly coverage?: ConditionCoverage;
    readonly mutation?: MutationScore;
}
/** What came of a test file. */
export interface SuiteResult {
    /** Path from the workspace root. */
    readonly file: string;
    /** What is wrong with the file itself, or with loading its rules. */
    readonly problems: readonly SuiteProblem[];
    readonly rules: readonly RuleResult[];
    /** Rules that are loaded and have no test here. */
    readonly untested: readonly string[];
}
/** Runs the tests of a file against the rules that it names. Never throws. */
export declare function runSuite(suite: TestSuite, loaded: LoadedRules, options?: RunOptions): SuiteResult;
