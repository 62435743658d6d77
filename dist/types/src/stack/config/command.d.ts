import type { Location } from "../../project/index.js";
import type { Word } from "../cluster/index.js";
/** The options on Falco's command line that decide what it loads and where alerts go. */
export interface FalcoCommand {
    /** `-c` */
    readonly config: Word | undefined;
    /** `-r`, which replaces `rules_files`. */
    readonly rulesFiles: readonly Word[];
    /** `-o key=value` */
    readonly options: readonly {
        readonly key: string;
        readonly value: string;
        readonly location: Location;
    }[];
    /** `-D` of Falco before 0.39: part of a rule's name. */
    readonly disabledNames: readonly Word[];
    /** `-T` of Falco before 0.39. */
    readonly disabledTags: readonly Word[];
    /** `-t` of Falco before 0.39: only rules with these tags run. */
    readonly onlyTags: readonly Word[];
    readonly disabledSources: readonly Word[];
    readonly enabledSources: readonly Word[];
    /** Options by name, for those that only some versions have. */
    readonly flags: ReadonlyMap<string, Location>;
    /** Set where a shell starts Falco, so that the options are unknown. */
    readonly shell: Word | undefined;
}
/** Reads `command` and `args` of a Falco container. */
export declare function readCommand(words: readonly Word[]): FalcoCommand;
