import { type Location, type MapNode, type Node } from "../../../project/index.js";
/** Values over values, from the first to the last. */
export declare function layered(layers: readonly (Node | undefined)[], location: Location): MapNode;
/** Values that are written as a text. */
export declare function parsed(node: Node | undefined): Node | undefined;
/** `a.b[0].c` with `\.` for a dot that belongs to a key. */
export declare function valuePath(target: string): (string | number)[];
/** A value of `--set`, which Helm reads as a number or a boolean where it looks so. */
export declare function typedValue(value: string): string | number | boolean;
