import { RE2JS } from "re2js";

/** The class behind a compiled expression: the package exports only its front, which knows no POSIX mode. */
const engine = RE2JS.compile("").re2().constructor as unknown as {
  compileImpl(expression: string, mode: number, longest: boolean): ReturnType<RE2JS["re2"]>;
};
/** As the engine sets it up: POSIX syntax, `^` and `$` at every line, `[^a]` also for a line break. */
const classNewline = 4;
const anchorBoth = 2;

/** A regular expression that must match the whole value, in the syntax of RE2's POSIX mode; undefined if broken. */
export function compileRegex(expression: Uint8Array): ((text: Uint8Array) => boolean) | undefined {
  const pattern = decode(expression, true);
  if (pattern === undefined) return undefined;
  try {
    const compiled = engine.compileImpl(pattern, classNewline, true);
    return (text) => {
      const value = decode(text, false)!;
      return compiled.matchWithGroup(value, 0, value.length, anchorBoth, 0)[0];
    };
  } catch {
    return undefined;
  }
}

/** UTF-8 as text, with U+FFFD for what is none; undefined for such bytes if `strict`. */
function decode(bytes: Uint8Array, strict: boolean): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: strict, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
