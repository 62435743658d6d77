import { type Markup } from "./markup.js";
import type { Report } from "./report.js";
/** What records of a period say of nodes and rules. */
export declare function operationSection(report: Report): Markup | null;
