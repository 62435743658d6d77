export interface MarkdownBudget {
    /** What the text may take. GitHub takes 65,536 characters for a comment, 1 MiB for a job summary. */
    readonly limit: number;
    /** What the limit counts; characters are UTF-16 units, so never fewer than GitHub counts. */
    readonly unit?: "characters" | "bytes";
    /** Where all of it is, a sentence in Markdown of ours, for a report that was cut. */
    readonly whole?: string;
    /** Leave out what is well and what was there before the change: a comment stands among those of people. */
    readonly brief?: boolean;
}
/**
 * A document of GitHub Markdown within a limit. What does not fit is left out in whole rows, the least important
 * first, and the end says how much that is.
 */
export declare function fit(document: Parent, budget: MarkdownBudget): string;
/** Lines that are kept or dropped together. The highest rank is dropped first when room is short. */
export interface Leaf {
    readonly kind: "row";
    readonly text: string;
    readonly rank: number;
    readonly noun: "finding" | "control" | "line";
    /** How many of the noun the lines stand for. */
    readonly size: number;
}
/** Shown only with something in it. */
export interface Parent {
    readonly kind: "parent";
    readonly open: string;
    readonly close: string;
    readonly children: readonly (Leaf | Parent)[];
}
export declare function row(noun: Leaf["noun"], rank: number, text: string, size?: number): Leaf;
export declare function parent(open: string, close: string, children: readonly (Leaf | Parent)[]): Parent;
/** The rows of a table as leaves below its head. `cells` are escaped already. */
export declare function table(head: readonly string[], align: string, rows: readonly {
    readonly cells: readonly string[];
    readonly rank: number;
    readonly size?: number;
}[], noun: Leaf["noun"]): Parent;
