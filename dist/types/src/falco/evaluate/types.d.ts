import type { ComparisonOperator } from "../language/index.js";
/** How the engine keeps and compares values of a type, whatever the type is called. */
export type Kind = {
    readonly kind: "integer";
    readonly bits: 8 | 16 | 32 | 64;
    readonly signed: boolean;
} | {
    readonly kind: "address";
    readonly onlyIpv4: boolean;
} | {
    readonly kind: "port" | "double" | "boolean" | "text" | "buffer" | "network" | "other";
};
/** Types without an operator, such as `UID`, are `other`: they can only be asked whether they exist. */
export declare function kindOf(type: string): Kind;
/** Types that are numbers for the engine but whose values it cannot read from a condition. */
export declare function hasLiterals(type: string): boolean;
/** Whether an operator (other than `exists`, which always works) can be used on values of a type. */
export declare function supportsOperator(type: string, list: boolean, operator: ComparisonOperator): boolean;
/** What values of a type are, in words, with the engine's own name. */
export declare function describeShape({ type, list }: {
    readonly type: string;
    readonly list: boolean;
}): string;
/** The operators that work on a type, in words; the order is that of the documentation. */
export declare function operatorsFor({ type, list }: {
    readonly type: string;
    readonly list: boolean;
}): string[];
