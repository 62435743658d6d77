import { type Compiled, type CompiledCheck, type Event, type Value, type Vocabulary } from "../falco/index.js";
/** What the tests of a rule never made happen. */
export interface ConditionCoverage {
    /** Checks that should each come out true once and false once, times two. */
    readonly outcomes: number;
    readonly seen: number;
    /** Share of `seen` in `outcomes`, in whole percent, rounded down. */
    readonly percent: number;
    /** Values of lists that should each be met once. */
    readonly items: {
        readonly total: number;
        readonly seen: number;
    };
    /** Exceptions that should each keep the rule from firing once. */
    readonly exceptions: {
        readonly total: number;
        readonly never: readonly string[];
    };
    /** Of each check that was never true, never false, or with values that were never met. */
    readonly gaps: readonly CoverageGap[];
}
interface CoverageGap {
    /** The check as the engine prints it. */
    readonly check: string;
    readonly never: readonly ("true" | "false")[];
    readonly items: readonly string[];
}
/** Watches which checks of a condition come out true and false as events are evaluated. */
export declare class CoverageRecorder {
    #private;
    constructor(root: Compiled, vocabulary: Vocabulary, exceptions?: readonly string[]);
    /** Evaluates as the engine does: what it does not get to has not been tested. */
    run(event: Event): boolean;
    get coverage(): ConditionCoverage;
}
export declare function checksOf(node: Compiled): Iterable<CompiledCheck>;
/** The values of a check's list, where there is more than one. */
export declare function listItems({ check }: CompiledCheck): readonly Value[];
/** The same check with other values in its list. */
export declare function withItems({ check }: CompiledCheck, values: readonly Value[]): CompiledCheck["check"];
export {};
