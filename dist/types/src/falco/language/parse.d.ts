import { type Condition, type Operand } from "./ast.js";
import { type Grammar } from "./grammar.js";
import { type ConditionError } from "./lexer.js";
export type ParseResult = {
    readonly condition: Condition;
    readonly error?: undefined;
} | {
    readonly condition?: undefined;
    readonly error: ConditionError;
};
/**
 * Parses a condition. It accepts what Falco accepts, oddities included: operators need no blank after them when they are letters and a list follows (`in(a)`, and
 * `proc.name info` is `proc.name in fo`), and a list whose first value has a bad escape is empty.
 *
 * @param grammar of the Falco version; {@link newestGrammar} by default
 * @param maxDepth steps of nesting that the engine allows; by default as many as where it loads rules
 */
export declare function parse(text: string, grammar?: Grammar, maxDepth?: number): ParseResult;
/**
 * Parses the field or the transformer at an offset of an output and ignores the rest.
 *
 * @param argument whether `[...]` after it is part of it
 */
export declare function parseOperandAt(text: string, start: number, argument: boolean, grammar?: Grammar): {
    readonly operand: Operand;
    readonly end: number;
    readonly error?: undefined;
} | {
    readonly error: ConditionError;
};
