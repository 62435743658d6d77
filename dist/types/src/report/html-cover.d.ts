import { type Markup } from "./markup.js";
import type { RenderContext, Report } from "./report.js";
/** What was checked, of which state, when and by whom: what makes the page evidence. */
export declare function cover(report: Report, context: RenderContext): Markup;
/** A page for management: each framework's share, and the gaps that cost most with what closes them. */
export declare function managementSummary(report: Report, context: RenderContext): Markup;
/** What holds back the controls that a detector can see, and apart from them the others. */
export declare function obstacles(report: Report, context: RenderContext): Markup | null;
