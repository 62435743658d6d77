import { type ScalarStyle } from "./scalar.js";
import type { Location, Text } from "./source-text.js";
/** A YAML value that knows its place. Aliases and merge keys are resolved. */
export type Node = MapNode | SeqNode | ScalarNode;
export interface Entry {
    readonly key: string;
    /** The key itself, as a location. */
    readonly keyLocation: Location;
    readonly value: Node;
}
export interface MapNode extends Location {
    readonly kind: "map";
    /** In the order of the file; of a duplicate key all entries are kept. */
    readonly entries: readonly Entry[];
}
export interface SeqNode extends Location {
    readonly kind: "seq";
    readonly items: readonly Node[];
}
export interface ScalarNode extends Location {
    readonly kind: "scalar";
    readonly value: string | number | bigint | boolean | null;
    readonly style: ScalarStyle;
}
export interface YamlError extends Location {
    readonly message: string;
}
export interface YamlDocument {
    readonly text: Text;
    /** Undefined where the document is empty or broken beyond use. */
    readonly root: Node | undefined;
    readonly errors: readonly YamlError[];
    readonly warnings: readonly YamlError[];
}
/** The value at a path of keys and indices, undefined where there is none. The last of duplicate keys wins. */
export declare function at(node: Node | undefined, ...path: readonly (string | number)[]): Node | undefined;
export declare function entry(node: Node | undefined, key: string): Entry | undefined;
/** A scalar's text, as Kubernetes reads a string; undefined for null and for collections. */
export declare function text(node: Node | undefined): string | undefined;
export declare function items(node: Node | undefined): readonly Node[];
export declare function entries(node: Node | undefined): readonly Entry[];
/** The entries of a map whose values are scalars, as texts. */
export declare function stringMap(node: Node | undefined): Map<string, string>;
/** The value as plain data, as `JSON.parse` would give it. */
export declare function toData(node: Node | undefined): unknown;
/** The text that a string scalar holds, with positions that lead back to the file. */
export declare function embeddedText(node: ScalarNode): Text;
