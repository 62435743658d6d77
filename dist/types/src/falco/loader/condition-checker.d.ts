import { type Span } from "../../project/index.js";
import type { EngineFeatures, EventTable, FieldProblem, FieldTable } from "../catalog/index.js";
import { type Vocabulary } from "../evaluate/index.js";
import { type Condition } from "../language/index.js";
import type { TracedText } from "./traced-text.js";
/** A diagnostic of the engine about a part of a condition. */
export interface Finding {
    readonly message: string;
    /** The text with the part: that of the rule or of a macro. */
    readonly text: TracedText;
    /** Offset in the text at which the engine reports. */
    readonly at: number;
    /** The part at fault. */
    readonly span: Span;
    /** Whether `skip-if-unknown-filter` tolerates it. */
    readonly unknown: boolean;
    readonly suggestion?: string;
}
export interface CheckResult {
    /** In the order of the engine, which stops at the first. */
    readonly errors: readonly Finding[];
    readonly warnings: readonly Finding[];
}
type CheckFeatures = Pick<EngineFeatures, "locatesChecks" | "checksOperators" | "checksPatterns">;
/** Checks fields, operators, types and values of conditions for the rules of one event source. */
export declare class ConditionChecker {
    #private;
    /**
     * @param openLists names of lists with unknown values
     * @param textOf the text that a macro's resolved condition was parsed from
     */
    constructor(fields: FieldTable, events: EventTable, source: string, openLists: ReadonlySet<string>, textOf: (macro: string) => TracedText | undefined, features: CheckFeatures);
    /** The names that operands can use. */
    get vocabulary(): Vocabulary;
    /** Why a name is not a field. */
    problemOf(name: string, argument?: string): FieldProblem | undefined;
    /** @param text what the resolved condition was parsed from */
    check(condition: Condition, text: TracedText): CheckResult;
}
export {};
