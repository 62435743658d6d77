/** A half-open range of offsets (UTF-16 units) into a {@link Text}. */
export interface Span {
    readonly start: number;
    readonly end: number;
}
/** A position in a text: line and column from 1, columns in UTF-16 units. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
/** A range in a file of the repository, ready for a report. */
export interface FileRange {
    /** Path from the workspace root, with `/`. */
    readonly file: string;
    readonly start: Position;
    readonly end: Position;
}
/** A location that is resolved to lines late, so that a rule never counts columns. */
export interface Location {
    readonly text: Text;
    readonly span: Span;
}
/** A run of embedded text that is unchanged in the outer text. */
export interface Segment {
    /** Offset in the embedded text. */
    readonly inner: number;
    /** Offset of the same character in the outer text. */
    readonly outer: number;
    readonly length: number;
}
/**
 * How a text is written in the text around it: as a scalar of YAML, or (like a literal block) line by line behind an
 * indentation or a prefix.
 */
export type EmbeddedStyle = "plain" | "single-quoted" | "double-quoted" | "literal" | "folded";
interface TextEmbedding {
    readonly outer: Text;
    /** In order; they cover the embedded text. */
    readonly segments: readonly Segment[];
    readonly style: EmbeddedStyle;
}
/**
 * A text with positions: a file, or a text embedded in another one (a block scalar of a ConfigMap, a
 * code fence of a Markdown page), whose offsets map back to the file that holds it.
 */
export declare class Text {
    #private;
    /** Path of the file that holds the text, from the workspace root. */
    readonly file: string;
    readonly content: string;
    readonly outer: Text | undefined;
    readonly style: EmbeddedStyle;
    constructor(file: string, content: string, embedding?: TextEmbedding);
    /** A text embedded in this one. `segments` are in order and cover the embedded text. */
    embed(content: string, segments: readonly Segment[], style?: EmbeddedStyle): Text;
    get lineStarts(): readonly number[];
    /** The position of an offset in this text itself, whatever it is embedded in. */
    position(offset: number): Position;
    /** The line with this number (from 1), without its line break; empty beyond the end. */
    line(number: number): string;
    /** The same span in the text of the outermost file. */
    toFile(span: Span): Location;
    locate(span: Span): FileRange;
    /** Where the character at an offset starts in the text around this one. */
    outward(offset: number): number;
}
export {};
