import type { Mark } from "./stream.js";
export type TokenType = "directive" | "document start" | "document end" | "block sequence start" | "block map start" | "block sequence end" | "block map end" | "block entry" | "flow sequence start" | "flow map start" | "flow sequence end" | "flow map end" | "flow entry" | "key" | "value" | "anchor" | "alias" | "tag" | "plain scalar" | "scalar";
export interface Token {
    readonly type: TokenType;
    readonly mark: Mark;
    /** Of a scalar, an anchor, an alias, a directive or a tag. */
    readonly value: string;
    /** Of a directive. */
    parameters: readonly string[];
    /** UTF-16 offset after the token. */
    readonly end: number;
    style: "plain" | "single-quoted" | "double-quoted" | "literal" | "folded" | undefined;
    status: "valid" | "invalid" | "unverified";
}
