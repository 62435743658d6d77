import type { Condition } from "../falco/index.js";
import { type WrittenCondition } from "./conditions.js";
import type { Model } from "./model.js";
/** Parts of a condition of which it is proven that they cannot all come out one way. */
export interface Contradiction {
    readonly where: WrittenCondition;
    /** The `and` or `or` that they are parts of. */
    readonly node: Condition;
    /** As few as will do, in their order; two or more. */
    readonly parts: readonly Condition[];
}
/**
 * For `and`, parts that cannot all be true; for `or`, parts that cannot all be false where their fields have a
 * value. The innermost of each condition; parts that are so by themselves are left out, as are a rule's exceptions.
 */
export declare function contradictions(model: Model, kind: "and" | "or"): Iterable<Contradiction>;
