import { type Revision, Text } from "../project/index.js";
import { type Config } from "./config.js";
import { type Setting } from "./merge.js";
/** The configuration of a revision, with the settings of all files that it extends. */
export interface ConfigFile {
    /** Its path from the workspace root; undefined where there is none. */
    readonly file: string | undefined;
    readonly config: Config;
    /** Names of the files and presets that it extends, the first below all others. */
    readonly extended: readonly string[];
    /** What applies, in the order in which it is said. */
    readonly settings: readonly Setting[];
    /** The files of policies. */
    readonly policies: readonly Text[];
    /** The files of the workspace that it is made from. */
    readonly files: readonly string[];
}
/**
 * Reads the configuration: the file named, else the first of the usual names that exists, else nothing.
 *
 * @throws UsageError with file, line and column when a file is missing, not YAML or not as its schema says, and when
 * files extend each other in a circle or too deep
 */
export declare function readConfig(revision: Revision, named?: string): ConfigFile;
