import type { Formula } from "./formula.js";
/** Whether two of the formulas are about one field; else they say nothing of each other. */
export declare function shareField(formulas: readonly Formula[]): boolean;
