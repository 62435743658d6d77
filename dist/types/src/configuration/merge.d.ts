import { type MapNode } from "../project/index.js";
import type { Config } from "./config.js";
/** One file of settings, in the order in which later ones go over earlier ones. */
export interface Layer {
    readonly name: string;
    readonly config: Config;
    readonly root: MapNode | undefined;
}
/** One setting that applies, and where it is from. */
export interface Setting {
    /** As `level`; of a map with the key in it, as `rules.stack/no-output`. */
    readonly key: string;
    readonly value: unknown;
    readonly file: string;
    readonly line: number;
}
/** The settings of all files: those of a later one go over those before, maps by key, and most lists add up. */
export declare function mergeLayers(layers: readonly Layer[]): {
    readonly config: Config;
    readonly settings: Setting[];
};
