import type { Condition, Operand } from "./ast.js";
/** How a version of the engine prints conditions. */
export interface PrintStyle {
    /** Whether a text with an equals sign is quoted. */
    readonly quotesEquals: boolean;
    /** Whether brackets without a text are printed. */
    readonly emptyBrackets: boolean;
}
/**
 * Prints a condition as the engine does after compiling it. Macros are expanded if the condition is resolved. The
 * text does not always parse again, as the engine leaves parentheses and commas of values unquoted.
 */
export declare function print(condition: Condition, style?: PrintStyle): string;
/** A field or transformation as the engine prints it. */
export declare function printOperand(operand: Operand, style?: PrintStyle): string;
