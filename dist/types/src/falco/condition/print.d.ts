import type { Condition, Operand } from "./ast.js";
/**
 * The condition as the engine prints it when it has compiled it. Macros are expanded where the
 * condition is resolved. The text need not parse again: the engine leaves parentheses and commas of
 * values unquoted.
 */
export declare function print(condition: Condition): string;
/** A field or transformation as the engine prints it. */
export declare function printOperand(operand: Operand): string;
