import { type Stream } from "./stream.js";
export declare function isBlank(code: number): boolean;
export declare function isBreak(code: number): boolean;
export declare function isBlankOrBreak(code: number): boolean;
/** A blank, a line break, or the end of the text. */
export declare function isSeparator(code: number): boolean;
/** Length of the line break here. */
export declare function breakLength(stream: Stream): number;
export declare function isDocumentIndicator(stream: Stream): boolean;
/** This character three times, followed by a blank or a line break. */
export declare function isMarker(stream: Stream, code: number): boolean;
