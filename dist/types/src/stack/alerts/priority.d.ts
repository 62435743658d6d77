/** Priorities as falco.yaml and falcosidekick write them, from the lowest to the highest. */
export declare const priorities: readonly ["debug", "informational", "notice", "warning", "error", "critical", "alert", "emergency"];
export type Priority = (typeof priorities)[number];
/** A priority as people write it, in any case and with the short form `info`; undefined for other words. */
export declare function parsePriority(word: string | undefined): Priority | undefined;
export declare function passes(priority: Priority, minimum: Priority): boolean;
