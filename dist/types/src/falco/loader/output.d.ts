import type { Span } from "../../project/index.js";
import type { FieldProblem } from "../catalog/index.js";
import { type Vocabulary } from "../evaluate/index.js";
import { type Grammar, type Operand } from "../language/index.js";
/** A field or a transformer in an output, after a `%`. */
export interface OutputToken {
    readonly operand: Operand;
    /** In the output's text, with the `%` and the width. */
    readonly span: Span;
}
export interface OutputProblem {
    readonly message: string;
    /** In the output's text. */
    readonly span: Span;
    /** Whether `skip-if-unknown-filter` tolerates it. */
    readonly unknown: boolean;
}
export type OutputResult = {
    readonly tokens: readonly OutputToken[];
    readonly problem?: undefined;
} | {
    readonly tokens?: undefined;
    readonly problem: OutputProblem;
};
/** The names that an output can use. */
export interface OutputNames {
    readonly grammar: Grammar;
    readonly vocabulary: Vocabulary;
    /** Why a name is not a field. */
    readonly problemOf: (name: string, argument?: string) => FieldProblem | undefined;
}
/**
 * Parses an output as the engine does. It takes the longest field name after a `%`, so text can follow directly:
 * `%proc.names` is the name of the process and an `s`.
 */
export declare function readOutput(text: string, names: OutputNames): OutputResult;
/**
 * Names of the fields and transformers in an output, as the engine lists them, including the fields inside
 * transformers.
 */
export declare function outputFields(tokens: readonly OutputToken[]): string[];
