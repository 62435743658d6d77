/**
 * The candidate that a word was most likely meant to be: the same but for case and separators, or within a
 * third of its length in edits (insert, delete, replace, swap neighbours). Undefined when none is near.
 */
export declare function nearest(word: string, candidates: Iterable<string>): string | undefined;
/**
 * Whether no other candidate is as near to a word as the one that was chosen, so that nothing else can be meant: it is
 * the same but for case and separators, or fewer edits away than all others.
 */
export declare function isOnlyNear(word: string, chosen: string, candidates: Iterable<string>): boolean;
