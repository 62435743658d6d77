import type { Format } from "./report.js";
export interface JUnitCase {
    readonly name: string;
    readonly file?: string;
    readonly line?: number;
    readonly failure?: {
        readonly message: string;
        readonly type: string;
        readonly text: string;
    };
    readonly skipped?: string;
}
export interface JUnitSuite {
    readonly name: string;
    readonly cases: readonly JUnitCase[];
}
/**
 * JUnit XML. A test fails exactly when it makes the check fail: each reason why the check did not pass, and each
 * finding that is part of one. Other findings and controls that are not covered are skipped tests.
 */
export declare const junit: Format;
export declare function junitDocument(suites: readonly JUnitSuite[]): string;
