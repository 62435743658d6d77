import { type MapNode, type Node } from "../../project/index.js";
/**
 * A strategic merge: maps are merged, lists of known kinds item by item, other lists replaced; null and
 * `$patch: delete` take things away.
 *
 * @param mergesLists whether Kubernetes knows what the lists are, as it does for its own kinds alone
 */
export declare function mergePatch(target: MapNode, patch: MapNode, mergesLists?: boolean): MapNode;
/** Applies a patch of either kind. */
export declare function applyPatch(target: MapNode, patch: Node, mergesLists: boolean): MapNode;
