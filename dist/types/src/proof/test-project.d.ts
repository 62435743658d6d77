import type { LoadOptions } from "../falco/index.js";
import { type DiscoverOptions, type Project } from "../project/index.js";
import { type RunOptions, type SuiteResult } from "./run-suites.js";
export interface TestOptions extends RunOptions {
    /** How the rules are loaded. */
    readonly load?: LoadOptions;
}
/**
 * Reads the test files below the paths, and the rules files that they name, wherever in the workspace those are.
 *
 * @throws UsageError as `discover` does
 */
export declare function readTestProject(options: DiscoverOptions): Project;
/** Runs all rule tests of a project. Reading the project again and calling this again is a fresh run. */
export declare function runTests(project: Project, options?: TestOptions): SuiteResult[];
