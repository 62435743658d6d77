import type { FieldInfo } from "./fields.js";
/** What a field name means for an event source, or why it means nothing. */
export type FieldLookup = {
    readonly field: FieldInfo;
    readonly problem?: undefined;
} | {
    readonly field?: undefined;
    readonly problem: FieldProblem;
};
/** Why a name is no field. The words are found only when they are asked for, as many lookups are tries. */
export declare class FieldProblem {
    #private;
    /** `unknown` is what `skip-if-unknown-filter` forgives. */
    readonly kind: "unknown" | "argument";
    constructor(kind: FieldProblem["kind"], describe: () => {
        message: string;
        suggestion?: string;
    });
    get message(): string;
    get suggestion(): string | undefined;
}
export declare function argumentProblem(kind: "unknown" | "argument", message: string): FieldLookup;
