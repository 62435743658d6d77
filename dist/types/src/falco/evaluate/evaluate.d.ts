import { type DeclaredField } from "../catalog/index.js";
import { type FieldValues } from "./event.js";
import { type Explanation } from "./explanation.js";
export interface EvaluateOptions {
    /** As in `0.44.1`; by default the fields of the newest release and the grammar of the next one. */
    readonly falcoVersion?: string;
    /** Names of loaded plugins; by default all known ones. */
    readonly plugins?: readonly string[];
    /** Further fields. */
    readonly fields?: readonly DeclaredField[];
    /** The event source that fields belong to; by default all sources. */
    readonly source?: string;
}
/** `error` says why the condition does not compile, which value has the wrong type, or why the engine would crash. */
export type Evaluation = {
    readonly result: boolean;
    readonly error?: undefined;
} | {
    readonly result?: undefined;
    readonly error: string;
};
/**
 * Whether a condition holds for an event with these field values, exactly as in Falco's engine. Never throws. The
 * condition names no macros and no lists.
 */
export declare function evaluate(condition: string, fields: FieldValues, options?: EvaluateOptions): Evaluation;
export type { FieldValue, FieldValues } from "./event.js";
export type { Explanation } from "./explanation.js";
/** Like {@link evaluate}, with the value and the result of every check. */
export declare function explainEvaluation(condition: string, fields: FieldValues, options?: EvaluateOptions): {
    readonly explanation: Explanation;
    readonly error?: undefined;
} | {
    readonly explanation?: undefined;
    readonly error: string;
};
