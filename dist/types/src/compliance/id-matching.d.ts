/** How people write the ids of a framework; its catalog says it. */
export interface IdForms {
    /** Words that may precede an id or be left out, such as `Article`. */
    readonly optional_words?: readonly string[];
    /** Whether a letter after an id names a part of it that has no entry of its own. */
    readonly optional_letter?: boolean;
}
/** A run of letters or of digits. */
export interface Token {
    /** In lower case, without leading zeros. */
    readonly text: string;
    readonly start: number;
}
/** The letters and numbers of a text; what separates them never matters in an id. */
export declare function tokenize(text: string): Token[];
/** The number of tokens that one of the words takes at an index, the longest first; 0 when there is none. */
export declare function wordLength(tokens: readonly Token[], at: number, words: readonly (readonly Token[])[]): number;
/** The tokens behind the optional words before an id; the last token always stays. */
export declare function withoutWords(tokens: readonly Token[], words: readonly (readonly Token[])[]): readonly Token[];
/** Finds ids of a catalog in any of the forms that people write. */
export declare class ControlIds {
    #private;
    constructor(ids: Iterable<string>, forms?: IdForms);
    /** The id as the catalog writes it. */
    find(written: string): string | undefined;
}
