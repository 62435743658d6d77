import { type Check } from "../language/index.js";
import { type Compiled } from "./compile.js";
import { type Event } from "./event.js";
import type { EngineValue } from "./value.js";
/** A condition, or a part of it, with what came out of it. */
export type Explanation = ExplainedGroup | ExplainedNot | ExplainedCheck;
interface Explained {
    /** What it comes to; `error` where the engine would throw. */
    readonly result: boolean | "error";
    /** Whether the engine gets to it; what decides before it makes it needless. */
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
    /** The values on the left as text; undefined where there is none. */
    readonly value: readonly string[] | undefined;
    /** Why the engine would throw. */
    readonly error?: string;
}
/** Evaluates every check of a condition, also those that the engine would not get to. */
export declare function explain(compiled: Compiled, event: Event, reached?: boolean): Explanation;
/** A value as people read it; bytes that are no text become U+FFFD, and a NUL at the end is left out. */
export declare function printValue(value: EngineValue): string;
/**
 * The checks that made the result what it is: of an `and` that is false the parts that are false, of one that is
 * true all parts, and so on; only what the engine gets to unless `all`.
 */
export declare function deciding(explanation: Explanation, all?: boolean): readonly ExplainedCheck[];
export {};
