import { type Mark } from "./stream.js";
import type { Token } from "./token.js";
/** Splits a text into tokens, with the locations, the tolerance and the errors of yaml-cpp. */
export declare class Scanner {
    #private;
    constructor(text: string);
    /** The next token without taking it, undefined at the end of the text. */
    peek(): Token | undefined;
    take(): void;
    /** The scanner's position in the text. */
    get mark(): Mark;
}
