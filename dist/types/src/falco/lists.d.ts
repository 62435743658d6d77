import { type TracedText, TracedTextBuilder } from "./traced-text.js";
/** A list as the engine puts it into conditions. */
export interface ListValues {
    readonly name: string;
    readonly items: readonly TracedText[];
}
/** The lists of a ruleset, ready to be put into conditions in the order in which the engine does it. */
export declare class ListSubstitution {
    #private;
    constructor(lists: readonly ListValues[]);
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
/** Quotes a value that holds a blank, unless it starts with a quote. */
export declare function addQuoted(builder: TracedTextBuilder, value: TracedText): void;
