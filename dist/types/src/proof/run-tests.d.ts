import type { LoadOptions } from "../falco/index.js";
import { type Project } from "../project/index.js";
import { type RunOptions, type SuiteResult } from "./run-suites.js";
export interface TestOptions extends RunOptions {
    /** How the rules are loaded. */
    readonly load?: LoadOptions;
    /** The names that rules have by those under which tests of an earlier revision know them. */
    readonly renamed?: ReadonlyMap<string, string> | undefined;
}
/** Runs all rule tests of a project. Reading the project again and calling this again is a fresh run. */
export declare function runTests(project: Project, options?: TestOptions): SuiteResult[];
