import type { Condition } from "../falco/index.js";
import type { WrittenCheck, WrittenCondition } from "./conditions.js";
/** A condition with its macros written out, of which each check knows how the engine decides it. */
export type Formula = {
    readonly kind: "and" | "or";
    readonly children: readonly Formula[];
} | {
    readonly kind: "not";
    readonly child: Formula;
} | {
    readonly kind: "check";
    readonly written: WrittenCheck;
}
/** What nothing is known of: it may be true or false. */
 | {
    readonly kind: "open";
};
/** Makes formulas, each macro once. */
export declare class Formulas {
    #private;
    of(node: Condition, where: WrittenCondition): Formula;
}
