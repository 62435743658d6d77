import type { Location } from "../project/index.js";
import type { SuiteResult } from "./run-suites.js";
/** What the tests of all files say of one rule. */
export interface Proof {
    /** Cases that were expected to fire, and did. */
    readonly fires: number;
    /** Near misses that were expected not to fire, and did not. */
    readonly silent: number;
    /** Whether it fires on at least one event, stays silent on at least one, and no case failed. */
    readonly passed: boolean;
    /** Of the first case that failed, else of the tests. */
    readonly location: Location;
    /** What is missing, as a sentence; undefined where it passed. */
    readonly reason?: string;
}
/** The proof of each rule that has tests, by its name. A rule that is not there has none. */
export declare function provenRules(results: readonly SuiteResult[]): ReadonlyMap<string, Proof>;
