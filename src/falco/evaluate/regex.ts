import { RE2JS } from "re2js";
import { EvaluationError } from "./event.ts";

interface PosixEngine {
  compileImpl(expression: string, mode: number, longest: boolean): ReturnType<RE2JS["re2"]>;
}

let engine: PosixEngine | undefined;

/**
 * The class behind a compiled expression. Its `compileImpl` is private, and the public interface has no POSIX mode, so
 * package.json pins the exact version of re2js.
 */
function posixEngine(): PosixEngine {
  engine ??= RE2JS.compile("").re2().constructor as unknown as PosixEngine;
  return engine;
}

/** Flags as the engine sets them: POSIX syntax, `^` and `$` at every line, `[^a]` also matches a line break. */
const classNewline = 4;
const anchorBoth = 2;
/** Limit of instructions times characters, about ten seconds at worst. */
const maxWork = 500_000_000;

/**
 * Compiles a regular expression in the syntax of RE2's POSIX mode. It matches a {@link decodeValue decoded value} as a
 * whole. Undefined if the expression is invalid.
 */
export function compileRegex(expression: Uint8Array): ((value: string) => boolean) | undefined {
  try {
    const pattern = decodePattern(expression);
    const compiled = posixEngine().compileImpl(pattern, classNewline, true);
    const steps = compiled.numberOfInstructions();
    return (value) => {
      if (steps * value.length > maxWork)
        throw new EvaluationError("a regular expression this large takes too long on a value this long");
      return compiled.matchWithGroup(value, 0, value.length, anchorBoth, 0)[0];
    };
  } catch {
    return undefined;
  }
}

/** Decodes a value as text, with U+FFFD for bytes that are not UTF-8. */
export function decodeValue(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });

/**
 * Decodes a pattern, which has to be UTF-8. Encoded surrogates are valid and match nothing, so each becomes a lone one.
 *
 * @throws TypeError for other bytes
 */
function decodePattern(bytes: Uint8Array): string {
  let pattern = "";
  let start = 0;
  for (let i = 0; i < bytes.length; i++) {
    const isSurrogate = bytes[i] === 0xed && bytes[i + 1]! >> 5 === 0b101 && bytes[i + 2]! >> 6 === 0b10;
    if (!isSurrogate) continue;
    pattern += `${strict.decode(bytes.subarray(start, i))}\udc00`;
    start = i + 3;
  }
  return pattern + strict.decode(bytes.subarray(start));
}
