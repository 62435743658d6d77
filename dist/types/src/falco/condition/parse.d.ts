import type { Span } from "../../project/text.js";
import { type Condition, type Operand } from "./ast.js";
import { type Grammar } from "./grammar.js";
/** Why a text is no condition. */
export interface ConditionError {
    /** What is wrong and what to write. */
    readonly message: string;
    /** Offset at which Falco reports the error. */
    readonly at: number;
    /** The token at fault; empty at the end of the text. */
    readonly span: Span;
    /** What was likely meant. */
    readonly suggestion?: string;
}
export type ParseResult = {
    readonly condition: Condition;
    readonly error?: undefined;
} | {
    readonly condition?: undefined;
    readonly error: ConditionError;
};
/**
 * Parses a condition. It takes what Falco takes, also where that is
 * odd: operators need no blank after them when they are letters and a list follows (`in(a)`, and
 * `proc.name info` is `proc.name in fo`), and a list whose first value has a bad escape is empty.
 *
 * @param grammar of the version of Falco; that of 0.45 when not said
 * @param maxDepth steps of nesting that the engine allows; those where it loads rules when not said
 */
export declare function parse(text: string, grammar?: Grammar, maxDepth?: number): ParseResult;
/**
 * Parses the field or the transformer that stands at an offset of an output, whatever follows it.
 *
 * @param argument whether `[...]` behind it is part of it
 */
export declare function parseOperandAt(text: string, start: number, argument: boolean, grammar?: Grammar): {
    readonly operand: Operand;
    readonly end: number;
    readonly error?: undefined;
} | {
    readonly error: ConditionError;
};
