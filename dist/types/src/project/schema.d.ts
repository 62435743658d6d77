import type { Location } from "./source-text.js";
import { type Node } from "./tree.js";
/** A value that does not follow its JSON Schema, with the location of the key or value at fault. */
export interface SchemaError extends Location {
    readonly message: string;
    /** Keys and indexes that lead to it from the node that was validated. */
    readonly path: readonly string[];
}
/** Tells whether data follows a JSON Schema (draft 7), and leaves in `errors` what does not. */
export interface SchemaValidator {
    (data: unknown): boolean;
    errors?: readonly Violation[] | null;
}
interface Violation {
    /** A JSON pointer to the value. */
    readonly instancePath: string;
    /** The keyword of JSON Schema that is not met, and what it requires. */
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly parentSchema?: {
        readonly properties?: object;
    };
    readonly message?: string;
}
/** Holds a node against a JSON Schema, for all its errors. */
export declare function validateNode(node: Node, validate: SchemaValidator): SchemaError[];
export {};
