import { type Compiled, type Vocabulary } from "../falco/index.js";
import type { TestCase } from "./suite.js";
/** A condition with one small mistake in it. */
export interface Mutant {
    readonly compiled: Compiled;
    /** What was changed, for people. */
    readonly change: string;
}
/** How many mistakes in a condition its tests would notice. */
export interface MutationScore {
    readonly total: number;
    readonly killed: number;
    /** Share of `killed` in `total`, in whole percent, rounded down. */
    readonly percent: number;
    /** The mistakes that no test notices. */
    readonly survivors: readonly string[];
}
/**
 * The condition with one operator turned into its opposite, `and` and `or` exchanged, one value of a list removed,
 * or one `not` dropped: one change at a time.
 */
export declare function mutants(node: Compiled, vocabulary: Vocabulary): Iterable<Mutant>;
/** How many of the mutants at least one of the cases tells from the condition. */
export declare function mutationScore(compiled: Compiled, vocabulary: Vocabulary, cases: readonly Pick<TestCase, "fires" | "values">[]): MutationScore;
