import type { ControlExplanation } from "../compliance/index.js";
/** A control's explanation for a terminal. */
export declare function controlText(explanation: ControlExplanation, options: {
    readonly color: boolean;
    readonly width: number;
}): string;
