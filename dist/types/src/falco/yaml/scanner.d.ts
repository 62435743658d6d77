import { type Mark } from "./stream.js";
export type TokenType = "directive" | "document start" | "document end" | "block sequence start" | "block map start" | "block sequence end" | "block map end" | "block entry" | "flow sequence start" | "flow map start" | "flow sequence end" | "flow map end" | "flow entry" | "key" | "value" | "anchor" | "alias" | "tag" | "plain scalar" | "scalar";
export interface Token {
    readonly type: TokenType;
    readonly mark: Mark;
    /** Of a scalar, an anchor, an alias, a directive or a tag. */
    readonly value: string;
    /** Of a directive. */
    parameters: readonly string[];
    /** UTF-16 offset behind the token. */
    readonly end: number;
    style: "plain" | "single-quoted" | "double-quoted" | "literal" | "folded" | undefined;
    status: "valid" | "invalid" | "unverified";
}
/** Splits a text into tokens, with the places, the tolerance and the errors of yaml-cpp. */
export declare class Scanner {
    #private;
    constructor(text: string);
    /** The next token without taking it, undefined at the end of the text. */
    peek(): Token | undefined;
    take(): void;
    /** Where the scanner stands in the text. */
    get mark(): Mark;
}
