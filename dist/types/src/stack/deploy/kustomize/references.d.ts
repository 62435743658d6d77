import { type Node } from "../../../project/index.js";
import { type Item } from "./item.js";
/** A field of a kind that holds the name of an object of another kind. */
export interface NameReference {
    /** The kind that is named. */
    readonly kind: string;
    readonly fields: readonly {
        readonly kind: string | undefined;
        readonly path: readonly string[];
    }[];
}
/** The references of a `configurations` file. */
export declare function nameReferences(document: Node): NameReference[];
/** Lets references follow the objects that were renamed. */
export declare function referring(given: readonly Item[], more: readonly NameReference[]): readonly Item[];
