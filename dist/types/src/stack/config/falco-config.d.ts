import { type Location, type MapNode } from "../../project/index.js";
import type { FileSystem } from "../container/index.js";
import { type Known, type Unknown } from "../evidence/index.js";
import type { FalcoCommand } from "./command.js";
import { type FalcoSettings } from "./settings.js";
/** Falco's configuration, merged as Falco merges it. Values keep the locations that they come from. */
export interface FalcoConfig {
    readonly root: MapNode;
    readonly settings: FalcoSettings;
    /** The texts that it is made of, falco.yaml first; empty where all of it is the image's. */
    readonly parts: readonly ConfigPart[];
    /** Why more may be merged into it than the repository tells. */
    readonly more: Unknown | undefined;
    /** What keeps Falco from starting with it; undefined where nothing does. */
    readonly refusal: {
        readonly sentence: string;
        readonly location: Location;
    } | undefined;
    /** Where it is decided: falco.yaml, or the image. */
    readonly location: Location;
}
export interface ConfigPart {
    /** Path in the container. */
    readonly path: string;
    readonly root: MapNode;
}
/** falco.yaml with its `config_files` and the `-o` options of the command line. */
export declare function readFalcoConfig(files: FileSystem, command: FalcoCommand, falcoVersion: Known<string>, env: (name: string) => string | undefined, location: Location): Known<FalcoConfig>;
