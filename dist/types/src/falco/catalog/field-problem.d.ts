import type { FieldInfo } from "./fields.js";
/** The field that a name stands for in an event source, or why it stands for none. */
export type FieldLookup = {
    readonly field: FieldInfo;
    readonly problem?: undefined;
} | {
    readonly field?: undefined;
    readonly problem: FieldProblem;
};
/** Why a name is not a field. The message is made on demand, because many lookups are only attempts. */
export declare class FieldProblem {
    #private;
    /** `skip-if-unknown-filter` tolerates `unknown`. */
    readonly kind: "unknown" | "argument";
    constructor(kind: FieldProblem["kind"], describe: () => {
        message: string;
        suggestion?: string;
    });
    get message(): string;
    get suggestion(): string | undefined;
}
export declare function argumentProblem(kind: "unknown" | "argument", message: string): FieldLookup;
