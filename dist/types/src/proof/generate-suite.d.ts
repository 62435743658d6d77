import { type LoadedRules } from "./compiled-rules.js";
/**
 * Test skeletons as the text of a test file, for a person to name and to check: they say what the condition does,
 * not what it should do.
 *
 * @param rulesFiles paths of the files with the rules, as the test file is to name them
 * @param wanted names of the rules; all when not given
 */
export declare function generateSuite(loaded: LoadedRules, rulesFiles: readonly string[], wanted?: readonly string[]): string;
