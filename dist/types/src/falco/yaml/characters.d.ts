import { type Stream } from "./stream.js";
export declare function isBlank(code: number): boolean;
export declare function isBreak(code: number): boolean;
export declare function isBlankOrBreak(code: number): boolean;
/** A blank, a line break, or the end of the text. */
export declare function isSeparator(code: number): boolean;
/** Length of the line break that stands here. */
export declare function breakLength(stream: Stream): number;
export declare function isDocumentIndicator(stream: Stream): boolean;
/** Three times this character, with nothing but a blank or a line break behind them. */
export declare function isMarker(stream: Stream, code: number): boolean;
