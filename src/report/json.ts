import type { Format } from "./report.ts";

/** The report itself, in the shape of `schemas/report.schema.json`. */
export const json: Format = (report) => `${JSON.stringify(report, null, 2)}\n`;
