import type { LoadResult } from "../../falco/index.js";
import type { Location, Source } from "../../project/index.js";
import { type Priority } from "../alerts/index.js";
import type { RulesFile } from "../config/index.js";
import type { Stack } from "../model/index.js";
/** A rule as it is after all files of a ruleset are loaded, before the selection of falco.yaml. */
export interface LoadedRule {
    readonly name: string;
    readonly priority: Priority | undefined;
    /** Event source. */
    readonly source: string;
    readonly tags: readonly string[];
    readonly enabled: boolean;
    /** What decided `enabled`, where an item did. */
    readonly enabledAt: Location | undefined;
    /** Where it is defined; undefined for a rule of a file that the Falco project publishes. */
    readonly location: Location | undefined;
    /** The text that defines it, where the repository has it. */
    readonly defined: Source | undefined;
    /** The file that defines it; undefined where no deployment loads the ruleset. */
    readonly file: RulesFile | undefined;
}
/**
 * Rules files that one Falco loads together, in load order, with Falco's verdict on them. Diagnostics and
 * definitions name a file by its index; `sources[index]` is its location in the repository.
 */
export interface Load {
    readonly sources: readonly Source[];
    readonly result: LoadResult;
    /** The deployment that loads the files; undefined where none does. */
    readonly stack: Stack | undefined;
}
/** The rules by name: those of the repository, and those of published files that the deployment loads. */
export declare function loadedRules(load: Load): Map<string, LoadedRule>;
