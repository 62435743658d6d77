import type { Description } from "../falco/index.js";
/** Falco's description of rules files, for people. */
export declare function descriptionText(description: Description, { color, width }: {
    readonly color: boolean;
    readonly width: number;
}): string;
