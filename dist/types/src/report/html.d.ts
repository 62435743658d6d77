import type { Format } from "./report.js";
/**
 * One HTML page that needs nothing else: no network, no script or style from elsewhere, and none but its own is
 * allowed by its content security policy. All of it can be read without script; script adds search.
 */
export declare const html: Format;
