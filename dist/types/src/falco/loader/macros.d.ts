import type { Condition, MacroReference } from "../language/index.js";
/** A macro to resolve. */
export interface MacroState {
    readonly name: string;
    /** As parsed, with the values of lists in it. */
    readonly condition: Condition | undefined;
    /** Position in the order of first definitions. */
    readonly index: number;
    /** Macros first defined from this position on are not visible. */
    readonly visibility: number;
    /** Whether its condition is unknown. */
    readonly external: boolean;
    resolved?: Condition;
    /** Extent of `resolved` with all macros in it expanded. */
    extent?: Extent;
}
/** Called for each macro that is used. */
export type Use = (macro: MacroState) => void;
export interface MacroProblem {
    readonly kind: "unknown" | "loop" | "size";
    /** The reference at fault. */
    readonly reference: MacroReference;
    /** Name of the macro that contains the reference; undefined for the condition to resolve. */
    readonly inMacro: string | undefined;
}
interface Extent {
    readonly nodes: number;
    readonly depth: number;
}
/** Replaces macro names with conditions. */
export declare class MacroResolver {
    #private;
    constructor(macros: ReadonlyMap<string, MacroState>);
    /**
     * Resolves a macro after all those that were first defined before it. With a problem it stays unresolved.
     *
     * @param thorough whether to search the macros that it refers to for problems
     */
    resolveMacro(macro: MacroState, thorough: boolean, use: Use): readonly MacroProblem[];
    /** Resolves a condition. */
    resolve(condition: Condition, use: Use): {
        condition: Condition;
        problems: readonly MacroProblem[];
    };
}
/** The macro names in a condition, in order. */
export declare function references(condition: Condition | undefined): Iterable<MacroReference>;
export {};
