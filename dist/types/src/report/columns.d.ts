/** Columns of a terminal that a text without control characters takes. */
export declare function textWidth(text: string): number;
export declare function padEnd(text: string, width: number): string;
export declare function padStart(text: string, width: number): string;
/** Breaks a text at spaces into lines of at most `width` columns; a longer word is alone in its line. */
export declare function wrap(text: string, width: number): string[];
/** A slice of a line for a terminal, and the columns (from 0, end exclusive) that the marked part takes in it. */
export interface Window {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}
/**
 * Shows the part of a line around `start` to `end` (UTF-16 offsets) in at most `width` columns: tabs expanded,
 * control characters made visible, an ellipsis where the line goes on. Reads no more of a long line than it
 * shows.
 */
export declare function windowOf(line: string, start: number, end: number, width: number, visible: (text: string) => string): Window;
