import { type Location, type Node } from "../project/index.js";
/** The steps of a JSON pointer (RFC 6901). */
export declare function steps(pointer: string): string[];
/** Where a pointer leads: the key to show, and the value where there is one. */
export interface Target {
    readonly key: Location;
    readonly value: Node | undefined;
}
/** Follows the steps as far as they go. A list item has no key, so it is shown as a whole. */
export declare function follow(root: Node, path: readonly string[]): Target;
/** A small location that stands for a whole node: its first key, or the node itself where it is a scalar. */
export declare function beginning(node: Node): Location;
/** A path as people write it: `spec.containers[0].image`, with quotes where a key needs them. */
export declare function display(path: readonly string[]): string;
