import { type Anchors } from "./html-parts.js";
import { type Markup } from "./markup.js";
import type { RenderContext, Report } from "./report.js";
/** Every control of every framework: a line each, which opens to a page of its own. */
export declare function controlSections(report: Report, context: RenderContext, anchors: Anchors): Markup;
