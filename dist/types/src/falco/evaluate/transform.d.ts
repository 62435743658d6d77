import type { TransformerName } from "../language/index.js";
import { type EngineValue } from "./value.js";
/** Transformers of one value, or of each value of a list. */
export type UnaryTransformer = Exclude<TransformerName, "join" | "concat" | "getopt">;
export interface Shape {
    /** The engine's name of the type. */
    readonly type: string;
    readonly list: boolean;
}
/** The type that a transformer returns for a type; undefined if it cannot be applied to it. */
export declare function transformedShape(transformer: UnaryTransformer, { type, list }: Shape): Shape | undefined;
/** Values after a transformer; undefined where that leaves the field without a value. */
export declare function transform(transformer: UnaryTransformer, values: readonly EngineValue[], shape: Shape): readonly EngineValue[] | undefined;
/** The bytes at which the engine looks when it reads any value as text; numbers are stored in eight of them. */
export declare function rawBytes(value: EngineValue): Uint8Array;
/** Texts one after the other, each up to its first NUL. */
export declare function concat(texts: readonly Uint8Array[]): Uint8Array;
/** Texts, each up to its first NUL, with a separator between them. */
export declare function join(separator: Uint8Array, texts: readonly Uint8Array[]): Uint8Array;
/**
 * Finds short options and their values in a list of arguments, as the engine's `getopt` does: up to `--` or the first
 * argument that is not an option. It skips long options; unknown ones are `?`.
 * Written by hand: parsers of command lines for JavaScript also take long options and options after arguments.
 *
 * @param options letters, each with a colon after it if it takes a value
 * @param selected the letter whose last value is wanted instead of all; undefined is then the result if the option is
 *   not present
 */
export declare function getopt(values: readonly Uint8Array[], options: Uint8Array, selected: string | undefined): readonly Uint8Array[] | undefined;
/** A 64-bit number as the engine prints it into a text. */
export declare function printNumber(values: readonly EngineValue[] | undefined): Uint8Array;
