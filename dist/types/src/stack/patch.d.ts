import { type MapNode, type Node } from "../project/yaml.ts";
/**
 * A strategic merge: maps are merged, lists of known kinds item by item, other lists replaced; null and
 * `$patch: delete` take things away.
 */
export declare function mergePatch(target: MapNode, patch: MapNode): MapNode;
/** A JSON patch (RFC 6902). An operation that does not apply leaves the target as it is. */
export declare function jsonPatch(target: MapNode, operations: Node): MapNode;
/** Applies a patch of either kind. */
export declare function applyPatch(target: MapNode, patch: Node): MapNode;
