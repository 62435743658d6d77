import type { Format } from "./report.js";
/** Every control of every framework, one row each, for spreadsheets (RFC 4180, with the columns named). */
export declare const csv: Format;
