import type { Place } from "../../project/text.js";
import { type MapNode } from "../../project/yaml.js";
import type { FileSystem } from "../container/files.js";
import { type Known, type Unknown } from "../evidence/known.js";
import type { FalcoCommand } from "./command.js";
/** Falco's configuration, merged as Falco merges it. Values keep the places that they come from. */
export interface FalcoConfig {
    readonly root: MapNode;
    /** The texts that it is made of, falco.yaml first; empty where all of it is the image's. */
    readonly parts: readonly ConfigPart[];
    /** Why more may be merged into it than the repository tells. */
    readonly more: Unknown | undefined;
    /** Where it is decided: falco.yaml, or the image. */
    readonly place: Place;
}
export interface ConfigPart {
    /** Path in the container. */
    readonly path: string;
    readonly root: MapNode;
}
/** falco.yaml with its `config_files` and the `-o` options of the command line. */
export declare function readFalcoConfig(files: FileSystem, command: FalcoCommand, falcoVersion: Known<string>, env: (name: string) => string | undefined, place: Place): Known<FalcoConfig>;
