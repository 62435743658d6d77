import { type Stream } from "./stream.js";
/** How a scalar is read. */
export interface ScalarRules {
    /** Number of characters that end the scalar here; undefined if it continues. */
    readonly end: ((stream: Stream) => number | undefined) | undefined;
    /** Whether the end is required and part of the scalar. */
    readonly closes: boolean;
    /** The least column of a line that still belongs to the scalar. */
    indent: number;
    /** Whether the first line with content sets the indentation. */
    readonly detectIndent: boolean;
    readonly skipLeadingBlanks: boolean;
    /** Code of the character that escapes. */
    readonly escape: number | undefined;
    readonly fold: "none" | "block" | "flow";
    readonly trimTrailingBlanks: boolean;
    readonly chomp: "strip" | "clip" | "keep";
    readonly documentIndicator: "text" | "end" | "error";
    readonly tabIndentIsError: boolean;
}
export interface ScannedScalar {
    readonly value: string;
    /** Whether it ended because a line is indented less. */
    readonly endedByIndent: boolean;
}
export declare const backslash = 92;
export declare const singleQuote = 39;
/** Reads a scalar the way yaml-cpp does: a line, its break, the blanks of the next line, and so on. */
export declare function scanScalar(stream: Stream, rules: ScalarRules): ScannedScalar;
