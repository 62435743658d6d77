import { type Span } from "../project/index.js";
import { type SubjectKind } from "./fields.js";
/** What is wrong with an expression, at the part at fault. */
export interface ExpressionProblem {
    readonly message: string;
    readonly span: Span;
}
/** Steps that one policy may take in all. */
export declare class StepBudget {
    #private;
    /** @param pause called now and then; what it throws ends the work */
    constructor(steps: number, pause?: () => void);
    /** From now on a step costs as much as the longest list that it may look through. */
    set weight(value: number);
    get spent(): boolean;
    /** Takes a step; false where none is left. Never throws, as quantifiers go on after an error. */
    step(): boolean;
    /** @throws what ended the work, if anything did */
    check(): void;
}
/** A checked expression over one kind of subject. */
export declare class Expression {
    #private;
    private constructor();
    /** The expression, or what is wrong with it. */
    static compile(kind: SubjectKind, text: string): Expression | ExpressionProblem;
    /** Whether it holds for a subject; or why that cannot be said, as words behind a colon. */
    holds(subject: unknown, budget: StepBudget): boolean | string;
}
