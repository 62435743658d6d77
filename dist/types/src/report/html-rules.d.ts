import { type Anchors } from "./html-parts.js";
import { type Markup } from "./markup.js";
import type { RenderContext, Report } from "./report.js";
/** Every Falco rule of the repository once: its location, its condition, the controls that it covers, findings on it. */
export declare function ruleSections(report: Report, context: RenderContext, anchors: Anchors): Markup | null;
