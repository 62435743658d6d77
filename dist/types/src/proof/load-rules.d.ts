import { type LoadOptions } from "../falco/index.js";
import type { Project, Source } from "../project/index.js";
import type { LoadedRules } from "./compiled-rules.js";
import type { SuiteProblem, TestSuite } from "./suite.js";
/** The rules that a test file names, and what is wrong with them. */
export interface SuiteRules {
    readonly loaded: LoadedRules;
    readonly problems: readonly SuiteProblem[];
}
/**
 * Loads rules files together, as Falco would. All plugins that are known are loaded unless the options say which,
 * as tests are about rules and not about a deployment.
 */
export declare function loadRules(sources: readonly Source[], options?: LoadOptions): SuiteRules;
/** The files with the rules of a test file, and the paths that lead to none. */
export declare function rulesSources(suite: TestSuite, project: Project): {
    readonly sources: readonly Source[];
    readonly problems: readonly SuiteProblem[];
};
