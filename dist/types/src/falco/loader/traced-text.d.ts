import { type Span } from "../../project/index.js";
import type { ScalarNode } from "../yaml/index.js";
/** A range in one of the files. */
export interface FileSpan {
    readonly fileIndex: number;
    readonly span: Span;
}
/** A scalar of a rules file that maps each character of its value to the file. */
export declare class SourceScalar {
    #private;
    readonly fileIndex: number;
    readonly value: string;
    readonly span: Span;
    constructor(fileIndex: number, file: string, node: ScalarNode);
    /** Offset in the file of a character of the value. */
    offset(index: number): number;
}
/** A run of characters of a text and where it comes from. */
interface Piece {
    /** Offset in the text. */
    readonly start: number;
    readonly length: number;
    /** Undefined for characters that no file holds, such as the blank before an appended condition. */
    readonly scalar: SourceScalar | undefined;
    /** Offset of the run in the scalar's value. */
    readonly offset: number;
}
/** A text made of parts of files, such as a condition, that maps each part to its location. */
export declare class TracedText {
    #private;
    constructor(text: string, pieces: readonly Piece[]);
    static of(scalar: SourceScalar): TracedText;
    static join(...parts: readonly (TracedText | string)[]): TracedText;
    get text(): string;
    /** The part from `start` to `end`. */
    slice(start: number, end: number): TracedText;
    /** The pieces of a part, with offsets from its start. */
    piecesOf(start: number, end: number): Piece[];
    /** The location of a part, in the file of its first character that is from a file. */
    locate(span: Span): FileSpan | undefined;
    /** Lines and columns of an offset as the engine counts in a condition: from 1, in bytes, any line break one line. */
    enginePosition(offset: number): {
        readonly index: number;
        readonly line: number;
        readonly column: number;
    };
}
/** Builds a text from left to right. */
export declare class TracedTextBuilder {
    #private;
    get length(): number;
    add(part: TracedText | string): void;
    addSlice(source: TracedText, start: number, end: number): void;
    /** The last character, empty when there is none. */
    get last(): string;
    /** Removes the last character. */
    dropLast(): void;
    build(): TracedText;
}
export {};
