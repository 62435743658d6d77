import { type MapNode, type Node } from "../../../project/index.js";
/**
 * Changes the values at a path of keys; `[]` after a key goes into each item of a list. What the path lacks is
 * made if `create`, and otherwise left alone.
 */
export declare function changeAt(node: MapNode, path: readonly string[], create: boolean, change: (value: Node | undefined) => Node | undefined): MapNode;
