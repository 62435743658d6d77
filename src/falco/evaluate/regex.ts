import { RE2JS } from "re2js";
import { EvaluationError } from "./event.ts";

/** The class behind a compiled expression: the package exports only its front, which knows no POSIX mode. */
const engine = RE2JS.compile("").re2().constructor as unknown as {
  compileImpl(expression: string, mode: number, longest: boolean): ReturnType<RE2JS["re2"]>;
};
/** As the engine sets it up: POSIX syntax, `^` and `$` at every line, `[^a]` also for a line break. */
const classNewline = 4;
const anchorBoth = 2;
/** Steps of an expression times characters of a value, which take some ten seconds at worst. */
const maxWork = 500_000_000;

/**
 * A regular expression in the syntax of RE2's POSIX mode, which must match the whole of a {@link decodeValue decoded
 * value}; undefined if broken.
 */
export function compileRegex(expression: Uint8Array): ((value: string) => boolean) | undefined {
  try {
    const pattern = decodePattern(expression);
    const compiled = engine.compileImpl(pattern, classNewline, true);
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

/** A value as text, in which U+FFFD stands for what is no UTF-8. */
export function decodeValue(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });

/**
 * A pattern must be UTF-8, but may hold surrogates, which then match nothing: here any lone one will do.
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
