import { type Check, type Condition } from "../language/index.js";
import { type Event } from "./event.js";
import { Memory } from "./memory.js";
import { type CompiledOperand, type FieldResolver, type FieldUse } from "./operand.js";
import { type Test } from "./special.js";
/** The names that conditions can use: fields, values of `evt.type`, and service names for ports. */
export interface Vocabulary {
    readonly resolve: FieldResolver;
    readonly hasEvent: (name: string) => boolean;
    readonly ports: ReadonlyMap<string, number>;
    /** Fields by the keys of event values, filled as events name them: the same few keys recur in every event. */
    readonly eventFields: Map<string, FieldUse>;
}
/** A condition that can be evaluated. Its nodes refer to the nodes of its AST. */
export type Compiled = CompiledGroup | CompiledNot | CompiledCheck;
interface CompiledGroup {
    readonly kind: "and" | "or";
    readonly children: readonly Compiled[];
}
interface CompiledNot {
    readonly kind: "not";
    readonly child: Compiled;
}
export interface CompiledCheck {
    readonly kind: "check";
    readonly check: Check;
    readonly left: CompiledOperand;
    readonly test: Test;
}
/**
 * Compiles a resolved condition with the engine's rules on fields, operators, types and values.
 *
 * @throws CompileError for the first part that does not compile
 */
export declare function compile(condition: Condition, vocabulary: Vocabulary): Compiled;
/** Evaluates from left to right and stops as soon as the result is certain. */
export declare function run(compiled: Compiled, event: Event): boolean;
/**
 * Compiles one check of a condition.
 *
 * @param memory shared by all checks of a condition; none for a check by itself
 * @throws CompileError
 */
export declare function compileCheck(check: Check, vocabulary: Vocabulary, memory?: Memory): CompiledCheck;
export {};
