import type { Check } from "../language/index.js";
import { type Event } from "./event.js";
import { type FieldUse } from "./operand.js";
import { type EngineValue } from "./value.js";
/** @throws EvaluationError where the engine throws or crashes */
export type Test = (event: Event) => boolean;
/** A check of a field with values, read for the field's type. */
interface Question {
    readonly field: FieldUse;
    readonly check: Check;
    readonly right: readonly EngineValue[];
    /** The test as it would be for any other field. */
    readonly ordinary: Test;
}
/**
 * The test of a field that the engine compares in its own way; the ordinary one for all others. These ways know
 * no modifier: where it takes one value, the first of the list counts.
 */
export declare function specialTest(question: Question): Test;
/** Whether values can be given of several ancestors, of both ends of a connection or as a list. */
export declare function takesSeveral(field: FieldUse): boolean;
/** Fields that stand for both ends of a connection, and those that have the values of the ends. */
export declare const bothEnds: ReadonlyMap<string, readonly string[]>;
/** `proc.aenv[3]` is all ancestors too: a number chooses none there. */
export declare function isAllAncestors({ key, name, argument }: FieldUse): boolean;
export {};
