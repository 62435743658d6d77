import type { Span } from "../../project/index.js";
import type { Grammar } from "./grammar.js";
/** Why a text is not a condition. */
export interface ConditionError {
    /** What is wrong and what to write. */
    readonly message: string;
    /** Offset at which Falco reports the error. */
    readonly at: number;
    /** The token at fault; empty at the end of the text. */
    readonly span: Span;
    /** What was likely meant. */
    readonly suggestion?: string;
}
/** Ends the parsing at the first error. */
export declare class Failure extends Error {
    readonly error: ConditionError;
    constructor(error: ConditionError);
}
export interface Token {
    readonly text: string;
    readonly span: Span;
}
/** Operators that are words and need a blank after them. */
export declare const wordOperator: RegExp;
/** Reads tokens from the text of a condition at the parser's position. */
export declare class Lexer {
    #private;
    readonly text: string;
    /** UTF-16 offset of the next character. */
    position: number;
    constructor(text: string, grammar: Grammar, start: number);
    take(word: string): boolean;
    /** `not` with blanks after it; only here a vertical tab or a form feed is a blank too. */
    takeNot(): boolean;
    blank(): boolean;
    /** A word that ends with a parenthesis, which the token does not hold. */
    word(word: string): Token | undefined;
    identifier(): Token | undefined;
    /** Two or more identifiers joined by dots. */
    fieldName(): Token | undefined;
    /** The name of a transformer with its parenthesis, which the token does not hold. */
    transformerName(): Token | undefined;
    /** Takes the first operator that matches here; one of letters includes the blanks after it if it needs one. */
    takeOperator<T extends string>(operators: readonly T[]): T | undefined;
    /** A number: `0x1F`, or digits with a sign, a dot and an exponent. */
    number(): Token | undefined;
    /** A quoted text. As in the engine, a quote after a backslash never closes it, even if that is escaped itself. */
    quoted(): Token | undefined;
    run(accepts: (code: number) => boolean): Token | undefined;
    from(start: number): Span;
    /** The word or the character at the position. */
    tokenHere(): Span;
    fail(message: string, span?: Span, suggestion?: string): never;
}
