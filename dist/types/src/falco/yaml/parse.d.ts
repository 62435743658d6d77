import type { Span } from "../../project/text.js";
import { type Token } from "./scanner.js";
import type { Mark } from "./stream.js";
interface Place {
    /** Where yaml-cpp says that the node is. */
    readonly mark: Mark;
    /** UTF-16 offsets into the text. */
    readonly span: Span;
}
export interface NullNode extends Place {
    readonly kind: "null";
}
export interface ScalarNode extends Place {
    readonly kind: "scalar";
    readonly value: string;
    readonly style: NonNullable<Token["style"]>;
}
export interface SequenceNode extends Place {
    readonly kind: "sequence";
    readonly items: readonly YamlNode[];
}
export interface MapNode extends Place {
    readonly kind: "map";
    /** In the order of the file, duplicates and all. */
    readonly entries: readonly {
        readonly key: YamlNode;
        readonly value: YamlNode;
    }[];
}
export type YamlNode = NullNode | ScalarNode | SequenceNode | MapNode;
export interface YamlError extends Place {
    readonly message: string;
}
/**
 * The documents of a text as yaml-cpp reads them all: up to the first that is empty, which ends the text,
 * or none and the first error.
 */
export declare function parseYaml(text: string): {
    documents: YamlNode[];
    error?: YamlError;
};
export {};
