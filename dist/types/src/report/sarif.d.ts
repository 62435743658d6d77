import type { Format } from "./report.js";
/** SARIF 2.1.0, as code scanning reads it. */
export declare const sarif: Format;
