import type { Place } from "./text.js";
import { type Node } from "./yaml.js";
/** A value that does not follow its JSON Schema, with the place of the key or value at fault. */
export interface SchemaError extends Place {
    readonly message: string;
}
/** Holds a node against a JSON Schema (draft 7). The schema object is compiled once. */
export declare function validateNode(node: Node, schema: object): SchemaError[];
