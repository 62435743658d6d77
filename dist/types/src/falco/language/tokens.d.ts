import type { Span } from "../../project/index.js";
/** What a token of a condition is by its place. */
export type TokenKind = 
/** `and`, `or`, `not`. */
"keyword"
/** The name of a macro, or the beginning of a field. */
 | "macro"
/** The name of a field, without brackets. */
 | "field"
/** The brackets of a field with their content. */
 | "argument"
/** `in`, `=`, `exists`; also `oneof` and its like. */
 | "operator"
/** `tolower`, `val`. */
 | "transformer"
/** A value without quotes; in a list it may be the name of one. */
 | "value"
/** A name behind an operator of lists, in place of a list. */
 | "list"
/** A value between quotes. */
 | "string"
/** `(`, `)`, `,`, and what is not allowed where it is. */
 | "mark";
export interface ConditionToken {
    readonly kind: TokenKind;
    readonly text: string;
    readonly span: Span;
}
type Next = 
/** A check, a macro, `not`, or a group of them. */
"check" | "operator" | "value"
/** A list in parentheses, or the name of one. */
 | "list"
/** `and`, `or`. */
 | "junction"
/** A field or a value that a transformer takes. */
 | "input";
/** What is to follow at the end of a text. */
export interface Expected {
    readonly kind: Next;
    /** The check that is being written: its field, where no transformer is around it, and its operator. */
    readonly field: string | undefined;
    readonly operator: string | undefined;
}
/** The tokens of a condition, also of one that is not complete or not right. */
export declare function conditionTokens(text: string): readonly ConditionToken[];
/** What is to follow behind a part of a condition. */
export declare function expectedAfter(text: string): Expected;
/** Whether a text can be the name of a macro or a list that conditions refer to. */
export declare function isName(text: string): boolean;
export {};
