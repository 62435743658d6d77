import type { Place } from "./text.js";
import { type Node } from "./yaml.js";
/** A value that does not follow its JSON Schema, with the place of the key or value at fault. */
export interface SchemaError extends Place {
    readonly message: string;
}
/** For schemas of this package: the tests hold them against the meta-schema, which costs more than all else. */
export declare const ajvOptions: {
    readonly allowUnionTypes: true;
    readonly meta: false;
    readonly validateSchema: false;
};
/** Holds a node against a JSON Schema (draft 7). The schema object is compiled once. */
export declare function validateNode(node: Node, schema: object): SchemaError[];
