import { type DeclaredField } from "../catalog/index.js";
import { type FieldValues } from "./event.js";
import { type Explanation } from "./explain.js";
export interface EvaluateOptions {
    /** As in `0.44.1`; when not said, the fields of the newest release and the language of the next one. */
    readonly falcoVersion?: string;
    /** Names of the plugins that are loaded; all that are known when not said. */
    readonly plugins?: readonly string[];
    /** Further fields. */
    readonly fields?: readonly DeclaredField[];
    /** The event source whose fields there are; all sources together when not said. */
    readonly source?: string;
}
/**
 * `error` says why the condition does not compile, which value does not fit its field, or why the engine would not
 * survive the evaluation.
 */
export type Evaluation = {
    readonly result: boolean;
    readonly error?: undefined;
} | {
    readonly result?: undefined;
    readonly error: string;
};
/**
 * Whether a condition holds for an event with these field values, exactly as Falco's engine would find. Never
 * throws. The condition names no macros and no lists.
 */
export declare function evaluate(condition: string, fields: FieldValues, options?: EvaluateOptions): Evaluation;
export type { FieldValue, FieldValues } from "./event.js";
export type { Explanation } from "./explain.js";
/** As {@link evaluate}, with every check of the condition, the value it saw and its result. */
export declare function explainEvaluation(condition: string, fields: FieldValues, options?: EvaluateOptions): {
    readonly explanation: Explanation;
    readonly error?: undefined;
} | {
    readonly explanation?: undefined;
    readonly error: string;
};
