import { type Parent } from "./markdown-budget.js";
import type { RenderContext, Report } from "./report.js";
/** The sentence that leads a comment on a change; null where nothing is compared. */
export declare function changeHeadline(report: Report): string | null;
/** Why the check does not pass, without what the statements of the change say again. */
export declare function failuresBeside({ summary, difference, coverage }: Report): string[];
/** What a change does: what its settings would do first, then the frameworks that differ, and what does it. */
export declare function changeParts(report: Report, context: RenderContext): Parent[];
