import type picocolors from "picocolors";
import type { Finding } from "../lint/index.js";
import type { RenderContext, Report } from "./report.js";
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
/** One part of what a change does: the sum in a line, and its parts with the worst first. */
export interface DescribedChange {
    readonly id: string;
    readonly title: string;
    readonly headline: string;
    readonly statements: readonly Statement[];
}
/** What a change does, its settings first, as they would change what counts. Empty without a difference. */
export declare function describeChanges({ difference, settingsChange }: Report): DescribedChange[];
/** How many more or fewer controls are covered than before, such as "+2"; null when that is not known or none. */
export declare function coveredChange({ difference }: Report, framework?: string): string | null;
/** Whether a finding is one that the older revision did not have; false when there is no older one. */
export declare function isNew({ difference }: Report): (finding: Finding) => boolean;
/** What a change does, for GitHub Markdown: one line each, the heading first. Empty without a difference. */
export declare function differenceMarkdown(report: Report, context: RenderContext): string[];
/** What a change does, for a terminal: a block for each part. Empty without a difference. */
export declare function differenceText(report: Report, columns: number, colors: ReturnType<typeof picocolors.createColors>): string[];
