import type { Formula } from "./formula.js";
/** A part of a condition, and what it should come to. */
export interface Goal {
    readonly formula: Formula;
    readonly want: boolean;
}
export interface Assumptions {
    /** Whether every field has a value. Else a check that should fail can do so for lack of one. */
    readonly allPresent: boolean;
}
/** Answers whether conditions can hold, within its budget. */
export declare class Prover {
    #private;
    /**
     * Whether no event can make all goals come true. It goes through the alternatives, and for each field through
     * the values that could tell its checks apart, which the engine's own comparison then decides. True is proven;
     * false is also the answer where that takes too long.
     */
    isImpossible(goals: readonly Goal[], assumptions?: Assumptions): boolean;
}
