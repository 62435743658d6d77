import { type DiscoverOptions, UsageError } from "../project/index.js";
import type { SuiteResult } from "./run-suites.js";
import { type TestOptions } from "./run-tests.js";
/**
 * Runs the tests, and again whenever something changes in a folder that they come from, until the signal aborts.
 *
 * @param report is given the results of each run, or what is wrong with the paths
 */
export declare function watchTests(where: DiscoverOptions, options: TestOptions, report: (outcome: readonly SuiteResult[] | UsageError) => void, signal: AbortSignal): Promise<void>;
