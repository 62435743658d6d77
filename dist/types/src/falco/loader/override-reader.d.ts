import type { MapNode } from "../yaml/index.js";
import type { Context } from "./diagnostic.js";
import type { ItemReader } from "./item-reader.js";
/** The keys that an item appends to and those that it replaces. */
export interface Overrides {
    readonly append: Set<string>;
    readonly replace: Set<string>;
}
/** Reads how an item changes an earlier one: the keys `append` and `override`. */
export declare class OverrideReader {
    #private;
    constructor(values: ItemReader);
    /** Whether a list or a macro adds to an earlier one. */
    definesOrAppends(item: MapNode, context: Context, keys: readonly string[]): boolean;
    appendFlag(item: MapNode, context: Context): boolean;
    failBothAppends(item: MapNode, context: Context): never;
    read(item: MapNode, parent: Context, appendable: readonly string[], replaceable: readonly string[]): Overrides;
}
