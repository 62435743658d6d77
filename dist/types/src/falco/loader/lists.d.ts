import { type TracedText, TracedTextBuilder } from "./traced-text.js";
/** A list as the engine puts it into conditions. */
export interface ListValues {
    readonly name: string;
    readonly items: readonly TracedText[];
}
/** The lists of a ruleset, ready to be put into conditions in the order in which the engine does it. */
export declare class ListSubstitution {
    #private;
    /** Puts a list after those that are there, or new values in the place of its old ones. */
    set(list: ListValues, index: number): void;
    /**
     * A condition with the values of lists in the place of their names. The engine replaces text, also between
     * quotes, list after list, so that names among the values of a list mean lists that come after it.
     *
     * @returns undefined when the lists blow up
     */
    expand(condition: TracedText): {
        text: TracedText;
        used: readonly number[];
    } | undefined;
}
/** Whether a text names a list only where it is a word of its own. */
export declare function isOneWord(name: string): boolean;
/** What of a text could name lists. */
export declare function wordsOf(text: string): Iterable<string>;
/** Quotes a value that holds a blank, unless it starts with a quote. */
export declare function addQuoted(builder: TracedTextBuilder, value: TracedText): void;
