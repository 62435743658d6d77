import { type TracedText, TracedTextBuilder } from "./traced-text.js";
/** A list as the engine inserts it into conditions. */
export interface ListValues {
    readonly name: string;
    readonly items: readonly TracedText[];
}
/** The lists of a ruleset in the order in which the engine inserts them into conditions. */
export declare class ListSubstitution {
    #private;
    /** Adds a list after the others, or replaces its values. */
    set(list: ListValues, index: number): void;
    /**
     * Replaces the names of lists in a condition with their values. The engine replaces text, also between quotes, list
     * after list, so names among the values of a list refer to later lists.
     *
     * @returns undefined when the lists blow up
     */
    expand(condition: TracedText): {
        text: TracedText;
        used: readonly number[];
    } | undefined;
}
/** Whether a name can only occur as a whole word. */
export declare function isOneWord(name: string): boolean;
/** The words of a text, which could name lists. */
export declare function wordsOf(text: string): Iterable<string>;
/** Quotes a value that holds a blank, unless it starts with a quote. */
export declare function addQuoted(builder: TracedTextBuilder, value: TracedText): void;
