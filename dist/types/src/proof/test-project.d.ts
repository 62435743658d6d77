import { type DiscoverOptions, type Project } from "../project/index.js";
/**
 * Reads the test files below the paths, and the rules files that they name, wherever in the workspace those are.
 *
 * @throws UsageError as `discover` does
 */
export declare function readTestProject(options: DiscoverOptions): Project;
