import { type TransformerName, type ValueOperator } from "./ast.js";
/** The syntax of conditions that a Falco version accepts, where versions differ. Source: libs at each release. */
export interface Grammar {
    readonly valueOperators: readonly ValueOperator[];
    readonly modifiers: readonly string[];
    readonly transformers: readonly TransformerName[];
    /** Whether `val(FIELD)` exists. */
    readonly val: boolean;
    /** Whether `\xHH` is a byte between quotes. */
    readonly hexEscapes: boolean;
    /** Whether any blank may follow an operator of letters, or only a space. */
    readonly anyBlankAfterOperator: boolean;
    /** Whether the parser goes back after an operator of letters without a blank. */
    readonly backtracks: boolean;
    /** Whether transformers take several values, literals and lists, and an argument in brackets. */
    readonly manyInputs: boolean;
    /** Limit of nesting in a condition. The releases from 0.38 to 0.44 are bounded by memory only; this limit is ours. */
    readonly maxDepth: number;
    /** Words of later versions, with the first version that has them. */
    readonly laterWords: ReadonlyMap<string, string>;
}
/** The syntax that the newest release or the development version accepts. */
export declare const newestGrammar: Grammar;
