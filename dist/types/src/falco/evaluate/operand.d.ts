import { type Field, type Operand } from "../language/index.js";
import { type Event } from "./event.js";
import { type Shape } from "./transform.js";
import type { EngineValue } from "./value.js";
/** A field as a condition uses it, with its argument. */
export interface FieldUse extends Shape {
    readonly name: string;
    /** Name and argument as in {@link FieldValues}. */
    readonly key: string;
    /** The argument, without brackets and quotes. */
    readonly argument?: string;
    /** Whether transformers can be applied to it. */
    readonly transformable: boolean;
    /** Whether it can be compared with another field, on either side. */
    readonly comparable: boolean;
}
/** Finds a field and checks its argument. */
export type FieldResolver = (field: Field) => FieldUse | {
    readonly problem: string;
};
/** Why a condition does not compile, and at which part of it. */
export declare class CompileError extends Error {
    readonly node: {
        readonly span: {
            readonly start: number;
            readonly end: number;
        };
        readonly at: number;
    };
    constructor(problem: string, node: CompileError["node"]);
}
/** An operator that does not work on the type on its left. */
export declare class OperatorError extends CompileError {
}
/** A regular expression that is none. */
export declare class PatternError extends CompileError {
}
/** What stands on a side of a comparison: a field, a literal or what transformers make of them. */
export interface CompiledOperand extends Shape {
    /** What it was before the transformers applied to one value; the engine looks at this inside of others. */
    readonly base: Shape;
    readonly transformable: boolean;
    readonly comparable: boolean;
    /** Set for a field alone. */
    readonly field?: FieldUse;
    /** The field, also where transformers of one value are applied to it: its rules on values hold for the result. */
    readonly root?: FieldUse;
    /**
     * Set for `join`, `concat` and `getopt`, whatever is applied to their result. On the left of an operator the
     * engine does not compare their type with that of a field on the right.
     */
    readonly combined: boolean;
    /** Undefined where there is no value. */
    readonly extract: (event: Event) => readonly EngineValue[] | undefined;
}
export declare function compileOperand(operand: Operand, resolve: FieldResolver): CompiledOperand;
/** Fields that stand for all ancestors of the process as long as no argument chooses one. */
export declare const ancestorFields: ReadonlySet<string>;
