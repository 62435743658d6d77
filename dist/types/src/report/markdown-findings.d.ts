import { type Parent } from "./markdown-budget.js";
import type { RenderContext, Report } from "./report.js";
/**
 * The causes of findings: what a change adds, or all of them where nothing is compared. The first stand by
 * themselves, one for each kind, and below them, folded, every one.
 */
export declare function findingsPart(report: Report, context: RenderContext, isBrief: boolean): Parent;
