import type { Location } from "./source-text.js";
import { type Entry, type MapNode, type Node } from "./tree.js";
/** Plain data as a node, all of it at the location that brings it in: an argument, an image with its defaults. */
export declare function nodeAt(value: unknown, location: Location): Node;
export declare function emptyMap(location: Location): MapNode;
export declare function entryAt(key: string, value: Node): Entry;
/** The map with one entry replaced or added; with `undefined`, without it. */
export declare function withEntry(map: MapNode, key: string, value: Node | undefined): MapNode;
/** Many changes to the entries of one map. Of duplicate keys the last is kept. */
export declare class MapEditor {
    #private;
    constructor(map: MapNode);
    get(key: string): Node | undefined;
    /** Replaces or adds an entry; with `undefined`, takes it away. */
    set(key: string, value: Node | undefined): this;
    done(): MapNode;
}
/** The node with the value at a path of keys and indices replaced; missing maps on the way are made. */
export declare function withValueAt(node: Node | undefined, path: readonly (string | number)[], value: Node): Node;
