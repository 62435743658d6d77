import type { Span } from "../../project/index.js";
import type { FieldProblem } from "../catalog/index.js";
import { type Vocabulary } from "../evaluate/index.js";
import { type Grammar, type Operand } from "../language/index.js";
/** A field or a transformer in an output: what follows a `%`. */
export interface OutputToken {
    readonly operand: Operand;
    /** In the output's text, with the `%` and the width. */
    readonly span: Span;
}
export interface OutputProblem {
    readonly message: string;
    /** In the output's text. */
    readonly span: Span;
    /** Whether `skip-if-unknown-filter` forgives it. */
    readonly unknown: boolean;
}
export type OutputResult = {
    readonly tokens: readonly OutputToken[];
    readonly problem?: undefined;
} | {
    readonly tokens?: undefined;
    readonly problem: OutputProblem;
};
/** What an output can name. */
export interface OutputNames {
    readonly grammar: Grammar;
    readonly vocabulary: Vocabulary;
    /** Why a name is no field. */
    readonly problemOf: (name: string, argument?: string) => FieldProblem | undefined;
}
/**
 * Reads an output as the engine does, which takes the longest text after a `%` that names a field, so that
 * text may follow a field at once: `%proc.names` is the name of the process and an `s`.
 */
export declare function readOutput(text: string, names: OutputNames): OutputResult;
/** Names of what an output extracts, as the engine lists them: of a transformer also the fields inside. */
export declare function outputFields(tokens: readonly OutputToken[]): string[];
