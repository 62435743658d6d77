import type { Format, RenderContext, Report } from "./report.js";
/** The whole report for GitHub Markdown. */
export declare const markdown: Format;
export interface MarkdownBudget {
    /** What the text may take. GitHub takes 65,536 characters for a comment, 1 MiB for a job summary. */
    readonly limit: number;
    /** What the limit counts; characters are UTF-16 units, so never fewer than GitHub counts. */
    readonly unit?: "characters" | "bytes";
    /** Where all of it is, a sentence in Markdown of ours, for a report that was cut. */
    readonly whole?: string;
}
/**
 * The report for GitHub Markdown within a limit. What does not fit is left out in whole rows, the least
 * important first, and the end says how much that is.
 */
export declare function renderMarkdown(report: Report, context: RenderContext, budget: MarkdownBudget): string;
