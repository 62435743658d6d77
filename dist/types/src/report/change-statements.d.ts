import type { Report } from "./report.js";
/** One thing that a change does, in words that each format escapes its own way. `bad` weakens the detection, `good` strengthens it. */
export interface Statement {
    readonly tone: "bad" | "good" | "plain";
    readonly parts: readonly Part[];
}
export type Part = string | {
    readonly code: string;
} | {
    readonly file: string;
    readonly line: number | null | undefined;
};
/** One part of what a change does: a sentence, the sums, and the parts with the worst first. */
export interface DescribedChange {
    readonly id: "settings" | "change";
    readonly title: string;
    readonly sentence: string;
    readonly sums: string;
    readonly statements: readonly Statement[];
}
/** What a change does, its settings first, as they would change what counts. Empty without a difference. */
export declare function describeChanges(report: Report): DescribedChange[];
/** The parts as one line, each written by `write`, with no space before punctuation. */
export declare function joinParts(parts: readonly Part[], write: (part: Part) => string): string;
export declare function locationText({ file, line }: Exclude<Part, string | {
    code: string;
}>): string;
