import type { ScalarNode } from "./tree.js";
/** Something that plain YAML does not have: the whole text is read by the `yaml` package then. */
export declare class NotPlain extends Error {
}
export declare function bail(): never;
export declare const lineFeed = 10;
export declare const space = 32;
export declare const hash = 35;
export declare const comma = 44;
export declare const dash = 45;
export declare const colon = 58;
/** A blank, a line break or the end of the text. */
export declare function isBlank(code: number): boolean;
/** Offset of the line break that ends the line, or of the end of the text. */
export declare function lineEnd(content: string, from: number): number;
/** Offset of the first character from here that is no space. */
export declare function skipSpaces(content: string, from: number): number;
/** The least offset at or behind `from` without a space in front of it, not before `start`. */
export declare function trimmedEnd(content: string, start: number, from: number): number;
/** Refuses what a plain scalar cannot begin with. */
export declare function checkFirst(content: string, at: number): void;
/** The value of a plain scalar by the core schema of YAML 1.2. */
export declare function plainValue(text: string): ScalarNode["value"];
/** A scalar between quotes, on one line: its value and the offset behind the closing quote. */
export declare function readQuoted(content: string, start: number): {
    readonly value: string;
    readonly end: number;
};
/** Lines of a flow scalar, each without blanks around it: a line break is a blank, blank lines are line breaks. */
export declare function foldLines(lines: readonly string[]): string;
/** A block scalar: its value, its style, and the offset of the line behind it. */
export interface BlockScalar {
    readonly value: string;
    readonly style: "literal" | "folded";
    readonly end: number;
}
/**
 * @param start offset of the `|` or `>`
 * @param parent column of the collection that holds it
 */
export declare function readBlockScalar(content: string, start: number, parent: number): BlockScalar;
