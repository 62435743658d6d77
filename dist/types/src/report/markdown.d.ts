import { type MarkdownBudget } from "./markdown-budget.js";
import type { Format, RenderContext, Report } from "./report.js";
/** The whole report for GitHub Markdown. */
export declare const markdown: Format;
/**
 * The report for GitHub Markdown within a limit: what is different first, where that is known, and then what there
 * is. What is long or was there before is folded, so that the rest fits a screen.
 */
export declare function renderMarkdown(report: Report, context: RenderContext, budget: MarkdownBudget): string;
