import type { Location } from "./source-text.js";
import { type Node } from "./tree.js";
/** A value of a document with its location, so that a message can point at it. */
export interface Located<T> extends Location {
    readonly value: T;
}
/** A list with its own location, and that of each item. */
export type LocatedList<T> = Located<readonly Located<T>[]>;
export declare function located<T>(value: T, { text, span }: Location): Located<T>;
/** The text at a path, as Kubernetes reads a string; undefined for null and for collections. */
export declare function textAt(node: Node | undefined, ...path: readonly string[]): Located<string> | undefined;
/** The boolean at a path; undefined for everything else. */
export declare function booleanAt(node: Node | undefined, ...path: readonly string[]): Located<boolean> | undefined;
/** The number at a path; NaN for a text that is not a number. */
export declare function numberAt(node: Node | undefined, ...path: readonly string[]): Located<number> | undefined;
/** The texts of the list at a path; none for another value than a list. */
export declare function textsAt(node: Node | undefined, ...path: readonly string[]): LocatedList<string> | undefined;
