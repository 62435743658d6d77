import { type Field, type Operand } from "../language/index.js";
import { type Event } from "./event.js";
import { type Shape } from "./transform.js";
import type { EngineValue } from "./value.js";
/** A field in a condition, with its argument. */
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
/** Why a condition does not compile, with the part at fault. */
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
/** An invalid regular expression. */
export declare class PatternError extends CompileError {
}
/** One side of a comparison: a field, a literal, or the result of transformers. */
export interface CompiledOperand extends Shape {
    /** The shape before transformers of one value; the engine checks this one inside of other transformers. */
    readonly base: Shape;
    readonly transformable: boolean;
    readonly comparable: boolean;
    /** Set for a field without transformers. */
    readonly field?: FieldUse;
    /** The field, also inside transformers of one value: its rules on values hold for the result. */
    readonly root?: FieldUse;
    /**
     * Set for `join`, `concat` and `getopt`, also inside other transformers. The engine does not compare their type
     * with that of a field on the right.
     */
    readonly combined: boolean;
    /** Undefined if there is no value. */
    readonly extract: (event: Event) => readonly EngineValue[] | undefined;
}
export declare function compileOperand(operand: Operand, resolve: FieldResolver): CompiledOperand;
/** Fields that stand for all ancestors of the process unless an argument selects one. */
export declare const ancestorFields: ReadonlySet<string>;
