/** Priorities by urgency, most urgent first. */
export declare const priorities: readonly ["Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug"];
export type Priority = (typeof priorities)[number];
/** The priority that a text names, in upper or lower case; `INFO` is short for informational. */
export declare function parsePriority(text: string): Priority | undefined;
