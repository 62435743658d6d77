import { type Check } from "../language/index.js";
import { type Event } from "./event.js";
import { type Compiled } from "./program.js";
import type { EngineValue } from "./value.js";
/** A condition, or a part of it, with its result. */
export type Explanation = ExplainedGroup | ExplainedNot | ExplainedCheck;
interface Explained {
    /** `error` where the engine would throw. */
    readonly result: boolean | "error";
    /** Whether the engine evaluates it; an earlier part can decide the result. */
    readonly reached: boolean;
}
interface ExplainedGroup extends Explained {
    readonly kind: "and" | "or";
    readonly children: readonly Explanation[];
}
interface ExplainedNot extends Explained {
    readonly kind: "not";
    readonly child: Explanation;
}
export interface ExplainedCheck extends Explained {
    readonly kind: "check";
    readonly check: Check;
    /** The check as the engine prints it. */
    readonly text: string;
    /** The values on the left as text; undefined if there are none. */
    readonly value: readonly string[] | undefined;
    /** Why the engine would throw. */
    readonly error?: string;
}
/** Evaluates every check of a condition, including those that the engine would skip. */
export declare function explain(compiled: Compiled, event: Event, reached?: boolean): Explanation;
/** A value for people to read; bytes that are not text become U+FFFD, and NULs at the end are dropped. */
export declare function printValue(value: EngineValue): string;
/**
 * The checks that decided the result: the false parts of a false `and`, all parts of a true one, and so on. Includes
 * checks that the engine skips only with `all`.
 */
export declare function deciding(explanation: Explanation, all?: boolean): readonly ExplainedCheck[];
export {};
