import type { TransformerName } from "../language/index.ts";
import { EvaluationError } from "./event.ts";
import { kindOf } from "./types.ts";
import { binaryString, type EngineValue, upToNul, withoutTrailingNuls } from "./value.ts";

/** Transformers of one value, or of each value of a list. */
export type UnaryTransformer = Exclude<TransformerName, "join" | "concat" | "getopt">;

export interface Shape {
  /** The engine's name of the type. */
  readonly type: string;
  readonly list: boolean;
}

const stringTypes: ReadonlySet<string> = new Set(["CHARBUF", "FSPATH", "FSRELPATH"]);
const inputs: Readonly<Record<UnaryTransformer, ReadonlySet<string>>> = {
  tolower: stringTypes,
  toupper: stringTypes,
  basename: stringTypes,
  b64: new Set(["CHARBUF", "BYTEBUF"]),
  len: new Set([...stringTypes, "BYTEBUF"]),
};

/** The type that a transformer returns for a type; undefined if it cannot be applied to it. */
export function transformedShape(transformer: UnaryTransformer, { type, list }: Shape): Shape | undefined {
  if (transformer === "len" && list) return { type: "UINT64", list: false };
  if (!inputs[transformer].has(type)) return undefined;
  return transformer === "len" ? { type: "UINT64", list } : { type, list };
}

/** The transformers that take a value of a type, as the documentation orders them. */
export function transformersFor(shape: Shape): string[] {
  const unary = (Object.keys(inputs) as UnaryTransformer[]).filter(
    (name) => transformedShape(name, shape) !== undefined,
  );
  if (shape.list) return [...unary, "join", ...(stringTypes.has(shape.type) ? ["getopt"] : [])];
  return stringTypes.has(shape.type) ? [...unary, "concat"] : unary;
}

/** Values after a transformer; undefined where that leaves the field without a value. */
export function transform(
  transformer: UnaryTransformer,
  values: readonly EngineValue[],
  shape: Shape,
): readonly EngineValue[] | undefined {
  if (transformer === "len") return length(values, shape);
  const results: EngineValue[] = [];
  for (const value of values) {
    const result = byteTransformers[transformer](withoutTrailingNuls(rawBytes(value)));
    if (result === undefined) return undefined;
    // The engine ends the result with a NUL, and counts that as part of it.
    results.push(result.at(-1) === 0 ? result : append(result, 0));
  }
  return results;
}

function length(values: readonly EngineValue[], shape: Shape): readonly EngineValue[] | undefined {
  if (shape.list) return [BigInt(values.length)];
  const [first, ...others] = values;
  if (first === undefined) return undefined;
  const bytes = rawBytes(first);
  return [BigInt((kindOf(shape.type).kind === "buffer" ? bytes : upToNul(bytes)).length), ...others];
}

const byteTransformers: Readonly<
  Record<Exclude<UnaryTransformer, "len">, (bytes: Uint8Array) => Uint8Array | undefined>
> = {
  tolower: (bytes) => bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)),
  toupper: (bytes) => bytes.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte)),
  basename: (bytes) => bytes.subarray(bytes.lastIndexOf(0x2f) + 1),
  b64: decodeBase64,
};

/** Standard alphabet, padding optional, no bits left over; `=` inside is a zero for the engine. */
function decodeBase64(bytes: Uint8Array): Uint8Array | undefined {
  const padded = bytes.at(-1) === 0x3d ? (bytes.at(-2) === 0x3d ? 2 : 1) : 0;
  const digits = bytes.subarray(0, bytes.length - padded);
  if (digits.length === 0) return padded === 0 ? digits : undefined;
  const result = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const byte of digits) {
    const digit = byte === 0x3d ? 0 : base64Digits.indexOf(String.fromCharCode(byte));
    if (digit === -1) return undefined;
    held = ((held << 6) | digit) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    result[at++] = (held >> bits) & 0xff;
  }
  if (digits.length % 4 === 1 || (held & ((1 << bits) - 1)) !== 0) return undefined;
  return result;
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function append(bytes: Uint8Array, byte: number): Uint8Array {
  const result = new Uint8Array(bytes.length + 1);
  result.set(bytes);
  result[bytes.length] = byte;
  return result;
}

/** The bytes at which the engine looks when it reads any value as text; numbers are stored in eight of them. */
export function rawBytes(value: EngineValue): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === "object") return "address" in value ? value.address : value.network;
  const result = new Uint8Array(8);
  const view = new DataView(result.buffer);
  if (typeof value === "number") view.setFloat64(0, value, true);
  else view.setBigInt64(0, BigInt(value), true);
  return result;
}

/** Texts one after the other, each up to its first NUL. */
export function concat(texts: readonly Uint8Array[]): Uint8Array {
  return join(new Uint8Array(), texts);
}

/** Texts, each up to its first NUL, with a separator between them. */
export function join(separator: Uint8Array, texts: readonly Uint8Array[]): Uint8Array {
  const parts = texts.flatMap((text, index) => (index === 0 ? [upToNul(text)] : [separator, upToNul(text)]));
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/**
 * Finds short options and their values in a list of arguments, as the engine's `getopt` does: up to `--` or the first
 * argument that is not an option. It skips long options; unknown ones are `?`.
 * Written by hand: parsers of command lines for JavaScript also take long options and options after arguments.
 *
 * @param options letters, each with a colon after it if it takes a value
 * @param selected the letter whose last value is wanted instead of all; undefined is then the result if the option is
 *   not present
 */
export function getopt(
  values: readonly Uint8Array[],
  options: Uint8Array,
  selected: string | undefined,
): readonly Uint8Array[] | undefined {
  const known = parseOptions(binaryString(options));
  const found: string[] = [];
  const words = values.map(binaryString);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === "--") break;
    if (word.length > 2 && word.startsWith("--")) continue;
    if (word.length < 2 || word[0] !== "-") break;
    const { options: inWord, takesNext } = readOptions(word, words[at + 1], known);
    for (const option of inWord) found.push(...textsOf(option, selected));
    if (takesNext) at++;
  }
  const results = found.map((text) => Uint8Array.from(text, (character) => character.charCodeAt(0)));
  if (selected === undefined) return results;
  return results.length === 0 ? undefined : results.slice(-1);
}

type FoundOption =
  | { readonly kind: "unknown"; readonly letter: string }
  | { readonly kind: "flag"; readonly letter: string }
  /** The value is undefined where the arguments end before it. */
  | { readonly kind: "value"; readonly letter: string; readonly value: string | undefined };

/** The options in one argument; the value of the last is the rest of the argument, or else the next one. */
function readOptions(
  word: string,
  next: string | undefined,
  known: ReadonlyMap<string, boolean>,
): { readonly options: readonly FoundOption[]; readonly takesNext: boolean } {
  const options: FoundOption[] = [];
  for (let i = 1; i < word.length; i++) {
    const letter = word[i]!;
    const takesValue = known.get(letter);
    if (takesValue === true) {
      const takesNext = i + 1 === word.length;
      options.push({ kind: "value", letter, value: takesNext ? next : word.slice(i + 1) });
      return { options, takesNext };
    }
    options.push({ kind: takesValue === undefined ? "unknown" : "flag", letter });
  }
  return { options, takesNext: false };
}

/** What an option adds to the result; a missing value is an empty text, without its letter. */
function textsOf(option: FoundOption, selected: string | undefined): readonly string[] {
  if (option.kind === "unknown") return selected === undefined ? ["?"] : [];
  const { letter } = option;
  if (selected !== undefined && letter !== selected) return [];
  if (option.kind !== "value") return [letter];
  const { value } = option;
  if (value === undefined) return [""];
  return selected === undefined ? [letter, value] : [value];
}

/** Whether each option takes a value. */
function parseOptions(options: string): ReadonlyMap<string, boolean> {
  const known = new Map<string, boolean>();
  for (let i = options.startsWith(":") ? 1 : 0; i < options.length; i++) {
    const letter = options[i]!;
    if (letter === ":") continue;
    const takesValue = options[i + 1] === ":";
    known.set(letter, takesValue || known.get(letter) === true);
    if (takesValue) i++;
  }
  return known;
}

/** A 64-bit number as the engine prints it into a text. */
export function printNumber(values: readonly EngineValue[] | undefined): Uint8Array {
  const value = values?.[0];
  if (value === undefined) throw new EvaluationError("`join` of a number that has no value ends the engine");
  return Uint8Array.from(String(value), (character) => character.charCodeAt(0));
}
