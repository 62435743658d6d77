import type { Span } from "../../project/index.js";
import type { MapNode, YamlNode } from "../yaml/index.js";
/** The value of a key; of a duplicate key the first. */
export declare function get(map: MapNode, key: string): YamlNode | undefined;
export declare function keySpan(map: MapNode, key: string): Span;
export declare function valueSpan(map: MapNode, key: string): Span;
export declare function firstKey(map: MapNode): Span;
