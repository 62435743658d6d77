import type { Condition, MacroReference } from "../language/index.js";
/** A macro on its way to be resolved. */
export interface MacroState {
    readonly name: string;
    /** As parsed, with the values of lists in it. */
    readonly condition: Condition | undefined;
    /** Position in the order of first definitions. */
    readonly index: number;
    /** Macros that were first defined from here on are not seen. */
    readonly visibility: number;
    /** Whether what it stands for is not known. */
    readonly external: boolean;
    resolved?: Condition;
    /** Extent of `resolved` when all macros in it are written out. */
    extent?: Extent;
}
/** Hears of a macro that is used. */
export type Use = (macro: MacroState) => void;
export interface MacroProblem {
    readonly kind: "unknown" | "loop" | "size";
    /** The reference that does not work. */
    readonly reference: MacroReference;
    /** Name of the macro whose text the reference stands in; undefined for the text that is resolved. */
    readonly inMacro: string | undefined;
}
interface Extent {
    readonly nodes: number;
    readonly depth: number;
}
/** Puts conditions in the place of macro names. */
export declare class MacroResolver {
    #private;
    constructor(macros: ReadonlyMap<string, MacroState>);
    /**
     * Resolves a macro after all those that were first defined before it. With a problem it stays unresolved.
     *
     * @param thorough whether to look for problems among what it refers to
     */
    resolveMacro(macro: MacroState, thorough: boolean, use: Use): readonly MacroProblem[];
    /** A condition with what its macros stand for. */
    resolve(condition: Condition, use: Use): {
        condition: Condition;
        problems: readonly MacroProblem[];
    };
}
/** The macro names in a condition, in order. */
export declare function references(condition: Condition | undefined): Iterable<MacroReference>;
export {};
