import type { Format } from "./report.js";
/** The report itself, in the shape of `schemas/report.schema.json`. */
export declare const json: Format;
