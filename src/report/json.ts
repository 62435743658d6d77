import { jsonText } from "./escape.ts";
import type { Format } from "./report.ts";

/** The report itself, in the shape of `schemas/report.schema.json`. */
export const json: Format = (report) => `${jsonText(report)}\n`;
