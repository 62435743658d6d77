import { type Context } from "./diagnostic.js";
import { type FileSpan, type SourceScalar, TracedText } from "./traced-text.js";
/** Fields, operators or values of an exception: one, or a list of them, which may hold lists. */
export type ExceptionEntry = {
    readonly kind: "text";
    readonly text: string;
    readonly scalar?: SourceScalar;
} | {
    readonly kind: "list";
    readonly items: readonly ExceptionEntry[];
}
/** What is neither text nor list, which the engine takes for an empty text. */
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
/** Whether an entry says anything. */
export declare function isGiven(entry: ExceptionEntry): boolean;
/** The entries of a list; none of what is no list. */
export declare function itemsOf(entry: ExceptionEntry | undefined): readonly ExceptionEntry[];
/** The text of an entry; empty where it is no text. */
export declare function textOf(entry: ExceptionEntry | undefined): string;
/** Where an entry stands: it, or the first text in it. */
export declare function locationOf(entry: ExceptionEntry): FileSpan | undefined;
/** An operator for values with a word after it that makes it take a list. */
export declare function hasModifier(operator: string): boolean;
/** The condition of a rule with those of its exceptions: `(condition) and not ((...) or (...))`. */
export declare function withExceptions(condition: TracedText, exceptions: readonly ExceptionInfo[], parenthesized: boolean): TracedText;
