import type { SuiteResult } from "../proof/index.js";
export interface TestReportOptions {
    readonly color: boolean;
    /** Leave out what passed. */
    readonly quiet: boolean;
}
/** How the tests went, in numbers. */
export interface TestTotals {
    readonly rules: number;
    readonly passed: number;
    readonly failed: number;
    /** Cases and rules that could not be run, and faults of the files. */
    readonly errors: number;
    /** Whole percent, rounded down; null where no condition was tested. */
    readonly coverage: number | null;
    readonly mutation: number | null;
}
export declare function totalsOf(results: readonly SuiteResult[]): TestTotals;
/** As a test runner prints it: a line a rule, what failed with the checks that decided, one line that sums up. */
export declare function testText(results: readonly SuiteResult[], options: TestReportOptions): string;
/** JUnit XML: a suite a rule, a test a case. */
export declare function testJUnit(results: readonly SuiteResult[]): string;
/** What is printed for programs: everything that came out, with locations as file, line and column. */
export declare function testJson(results: readonly SuiteResult[]): string;
