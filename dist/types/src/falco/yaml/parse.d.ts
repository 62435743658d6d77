import type { Span } from "../../project/index.js";
import type { Mark } from "./stream.js";
import type { Token } from "./token.js";
interface Location {
    /** Position of the node as yaml-cpp reports it. */
    readonly mark: Mark;
    /** UTF-16 offsets into the text. */
    readonly span: Span;
}
export interface NullNode extends Location {
    readonly kind: "null";
}
export interface ScalarNode extends Location {
    readonly kind: "scalar";
    readonly value: string;
    readonly style: NonNullable<Token["style"]>;
}
export interface SequenceNode extends Location {
    readonly kind: "sequence";
    readonly items: readonly YamlNode[];
}
export interface MapNode extends Location {
    readonly kind: "map";
    /** In the order of the file, including duplicates. */
    readonly entries: readonly {
        readonly key: YamlNode;
        readonly value: YamlNode;
    }[];
}
export type YamlNode = NullNode | ScalarNode | SequenceNode | MapNode;
export interface YamlError extends Location {
    readonly message: string;
}
/**
 * The documents of a text as yaml-cpp reads them: up to the first empty one, which ends the text, or none and the
 * first error.
 */
export declare function parseYaml(text: string): {
    documents: YamlNode[];
    error?: YamlError;
};
export {};
