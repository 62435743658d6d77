import { RE2JS } from "re2js";
import type { FieldValues } from "../falco/index.js";
import { type Location, type Source } from "../project/index.js";
/** Something wrong with a test file itself. */
export interface SuiteProblem extends Location {
    readonly message: string;
}
/** What the output of a rule should be. */
export type ExpectedOutput = {
    readonly text: string;
} | {
    readonly pattern: RE2JS;
    readonly source: string;
};
/** One event, and whether the rule is to fire on it. The location is that of the case in the file. */
export interface TestCase extends Location {
    readonly name: string;
    readonly fires: boolean;
    readonly values: FieldValues;
    readonly output?: ExpectedOutput;
}
/** The tests of one rule. The location is that of its name. */
export interface RuleTest extends Location {
    readonly rule: string;
    readonly cases: readonly TestCase[];
}
/** A test file as read: what does not follow the schema is in `problems`, the rest can be run. */
export interface TestSuite {
    readonly source: Source;
    /** Paths of the files with the rules, from the workspace root, in load order. */
    readonly rulesFiles: readonly (Location & {
        readonly file: string;
    })[];
    readonly tests: readonly RuleTest[];
    readonly problems: readonly SuiteProblem[];
}
/** Reads the tests of a file, once. */
export declare function readSuite(source: Source): TestSuite;
