import type { Place } from "../project/text.ts";
import { type Entry, type MapNode, type Node } from "../project/yaml.ts";
/** Plain data as a node, all of it at the place that brings it in: an argument, an image with its defaults. */
export declare function nodeAt(value: unknown, place: Place): Node;
export declare function emptyMap(place: Place): MapNode;
export declare function entryAt(key: string, value: Node): Entry;
/** The map with one entry replaced or added; with `undefined`, without it. */
export declare function withEntry(map: MapNode, key: string, value: Node | undefined): MapNode;
/** The node with the value at a path of keys and indices replaced; missing maps on the way are made. */
export declare function withValueAt(node: Node | undefined, path: readonly (string | number)[], value: Node): Node;
