import { type TransformerName, type ValueOperator } from "./ast.js";
/** The syntax of conditions that a Falco version accepts, where versions differ. Source: libs at each release. */
export interface Grammar {
    readonly valueOperators: readonly ValueOperator[];
    readonly modifiers: readonly string[];
    readonly transformers: readonly TransformerName[];
    /** Whether `val(FIELD)` is one. */
    readonly val: boolean;
    /** Whether `\xHH` is a byte between quotes. */
    readonly hexEscapes: boolean;
    /** Whether any blank may follow an operator of letters, or only a space. */
    readonly anyBlankAfterOperator: boolean;
    /** Whether an operator of letters without a blank after it leaves the parser where it was. */
    readonly backtracks: boolean;
    /** Whether transformers take several values, literals and lists, and an argument in brackets. */
    readonly manyInputs: boolean;
    /** Steps of nesting in a condition. The releases from 0.38 to 0.44 have no bound but memory: this one is ours. */
    readonly maxDepth: number;
    /** Words that only later versions know, with the first version that does. */
    readonly laterWords: ReadonlyMap<string, string>;
}
/** Everything that the newest release or the development version accepts. */
export declare const newestGrammar: Grammar;
