/**
 * The candidate that a word was most likely meant to be: the same but for case and separators, or within a
 * third of its length in edits (insert, delete, replace, swap neighbours). Undefined when none is near.
 */
export declare function nearest(word: string, candidates: Iterable<string>): string | undefined;
