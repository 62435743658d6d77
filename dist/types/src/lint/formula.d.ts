import type { Condition } from "../falco/index.js";
import type { WrittenCheck, WrittenCondition } from "./conditions.js";
/** A condition with its macros expanded, of which each check knows how the engine evaluates it. */
export type Formula = FormulaFields & ({
    readonly kind: "and" | "or";
    readonly children: readonly Formula[];
} | {
    readonly kind: "not";
    readonly child: Formula;
} | {
    readonly kind: "check";
    readonly written: WrittenCheck;
}
/** Nothing is known about it: it may be true or false. */
 | {
    readonly kind: "open";
});
interface FormulaFields {
    /** The fields that it has checks of, as far as something can be proven about them. */
    readonly fields: ReadonlySet<string>;
}
/** Makes formulas, each macro once. */
export declare class Formulas {
    #private;
    of(node: Condition, where: WrittenCondition): Formula;
}
/** Whether two of the formulas are about the same field; otherwise none of them limits another. */
export declare function shareField(formulas: readonly Formula[]): boolean;
export {};
