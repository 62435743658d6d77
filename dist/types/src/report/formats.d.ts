import type { Format } from "./report.js";
/** The output formats by name. Each is loaded when it is asked for, so that a check pays only for its own. */
export declare const formats: {
    text: () => Promise<Format>;
    json: () => Promise<Format>;
    sarif: () => Promise<Format>;
    markdown: () => Promise<Format>;
    html: () => Promise<Format>;
    junit: () => Promise<Format>;
    github: () => Promise<Format>;
    gitlab: () => Promise<Format>;
    csv: () => Promise<Format>;
    oscal: () => Promise<Format>;
    "oscal-component": () => Promise<Format>;
    navigator: () => Promise<Format>;
};
export type FormatName = keyof typeof formats;
