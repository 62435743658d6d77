import { type Markup } from "./markup.js";
import type { Report } from "./report.js";
/** The share of every family of controls at every rung, as a table with a colour scale. */
export declare function heatMap({ coverage }: Report): Markup;
