import { type Context } from "./diagnostic.js";
import { type FileSpan, type SourceScalar, TracedText } from "./traced-text.js";
/** Fields, operators or values of an exception: one, or a list, which can be nested. */
export type ExceptionEntry = {
    readonly kind: "text";
    readonly text: string;
    readonly scalar?: SourceScalar;
} | {
    readonly kind: "list";
    readonly items: readonly ExceptionEntry[];
}
/** Neither text nor list; the engine reads it as an empty text. */
 | {
    readonly kind: "nothing";
};
/** An exception of a rule as the engine keeps it. */
export interface ExceptionInfo {
    readonly name: string;
    readonly context: Context;
    fields: ExceptionEntry;
    comps: ExceptionEntry;
    values: ExceptionEntry[];
}
/** Whether an entry is not empty. */
export declare function isGiven(entry: ExceptionEntry): boolean;
/** The entries of a list; none for anything else. */
export declare function itemsOf(entry: ExceptionEntry | undefined): readonly ExceptionEntry[];
/** The text of an entry; empty if it is not text. */
export declare function textOf(entry: ExceptionEntry | undefined): string;
/** The location of an entry, or of the first text in it. */
export declare function locationOf(entry: ExceptionEntry): FileSpan | undefined;
/** A value operator with a modifier. */
export declare function hasModifier(operator: string): boolean;
/** The condition of a rule with those of its exceptions: `(condition) and not ((...) or (...))`. */
export declare function withExceptions(condition: TracedText, exceptions: readonly ExceptionInfo[], parenthesized: boolean): TracedText;
