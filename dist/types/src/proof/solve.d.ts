import { type Compiled, type CompiledCheck, type FieldValue } from "../falco/index.js";
/** Field values; a field that is not there has no value. */
export type Assignment = ReadonlyMap<string, FieldValue>;
/** A part of a condition, and what it should come to. */
export interface Goal {
    readonly node: Compiled;
    readonly want: boolean;
}
/**
 * Field values that make all goals come true, or undefined where none are found. It goes through the alternatives
 * of the condition, and tries likely values for the checks on its way.
 *
 * @param preferred values that are kept where they do not conflict
 */
export declare function solve(goals: readonly Goal[], preferred?: Assignment): Assignment | undefined;
/** The fields to give a value so that a check comes out one way or the other. */
export declare function fieldsOf({ check }: CompiledCheck): readonly string[];
