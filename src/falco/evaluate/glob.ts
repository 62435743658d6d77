/** One step of a pattern: any run of bytes, or one byte out of 256. */
type Step = "star" | Uint8Array;

/**
 * A glob as the C library's `fnmatch` understands it without flags in the C locale: bytes, whole value, `*` and
 * `?` also for `/` and a leading dot, `[a-z]`, `[!a]`, `[[:alpha:]]`, a backslash before what stands for itself.
 */
export function compileGlob(pattern: Uint8Array, ignoreCase = false): (text: Uint8Array) => boolean {
  const steps = parseGlob(pattern, ignoreCase);
  return steps === undefined ? () => false : (text) => matches(steps, text);
}

/** Goes back to the last star only, so that it takes at most steps times bytes. */
function matches(steps: readonly Step[], text: Uint8Array): boolean {
  let step = 0;
  let at = 0;
  let starStep = -1;
  let starAt = 0;
  while (at < text.length) {
    const current = steps[step];
    if (current === "star") {
      starStep = ++step;
      starAt = at;
    } else if (current !== undefined && current[text[at]!] === 1) {
      step++;
      at++;
    } else if (starStep === -1) return false;
    else {
      step = starStep;
      at = ++starAt;
    }
  }
  while (steps[step] === "star") step++;
  return step === steps.length;
}

const backslash = 0x5c;
const bracket = 0x5b;
const closing = 0x5d;

/** Undefined for a pattern that matches nothing at all. */
function parseGlob(pattern: Uint8Array, ignoreCase: boolean): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const byte = pattern[i]!;
    if (byte === 0x2a) {
      if (steps.at(-1) !== "star") steps.push("star");
    } else if (byte === 0x3f) steps.push(new Uint8Array(256).fill(1));
    else if (byte === backslash) {
      const escaped = pattern[++i];
      if (escaped === undefined) return undefined;
      steps.push(single(escaped, ignoreCase));
    } else if (byte === bracket) {
      const set = parseBracket(pattern, i + 1, ignoreCase);
      if (set === "nothing") return undefined;
      if (set === "unterminated") steps.push(single(byte, ignoreCase));
      else {
        steps.push(set.members);
        i = set.end;
      }
    } else steps.push(single(byte, ignoreCase));
  }
  return steps;
}

function single(byte: number, ignoreCase: boolean): Uint8Array {
  const members = new Uint8Array(256);
  add(members, byte, byte, ignoreCase);
  return members;
}

/** Adds the bytes from one to another; with `ignoreCase`, those whose lower case lies between theirs. */
function add(members: Uint8Array, from: number, to: number, ignoreCase: boolean): void {
  const low = ignoreCase ? lower(from) : from;
  const high = ignoreCase ? lower(to) : to;
  for (let byte = 0; byte < 256; byte++) {
    const folded = ignoreCase ? lower(byte) : byte;
    if (low <= folded && folded <= high) members[byte] = 1;
  }
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** The set from after its bracket on, and the offset of the bracket that closes it. */
function parseBracket(
  pattern: Uint8Array,
  start: number,
  ignoreCase: boolean,
): { members: Uint8Array; end: number } | "unterminated" | "nothing" {
  const members = new Uint8Array(256);
  let i = start;
  const negated = pattern[i] === 0x21 || pattern[i] === 0x5e;
  if (negated) i++;
  const first = i;
  while (i === first || pattern[i] !== closing) {
    if (i >= pattern.length) return "unterminated";
    const named = pattern[i] === bracket ? parseNamed(pattern, i, members) : undefined;
    if (named === "nothing") return "nothing";
    if (named !== undefined && !named.range) {
      i = named.end;
      continue;
    }
    let from = pattern[i]!;
    if (named !== undefined) {
      from = named.byte;
      i = named.end;
    } else if (from === backslash) {
      if (i + 1 >= pattern.length) return "nothing";
      from = pattern[i + 1]!;
      i += 2;
    } else i++;
    if (pattern[i] !== 0x2d || pattern[i + 1] === closing) {
      // A symbol is compared as it stands.
      add(members, from, from, ignoreCase && named === undefined);
      continue;
    }
    if (i + 1 >= pattern.length) return "nothing";
    let to = pattern[i + 1]!;
    i += 2;
    if (to === backslash) {
      if (i >= pattern.length) return "nothing";
      to = pattern[i++]!;
    } else if (to === bracket && pattern[i] === 0x2e) {
      const symbol = parseSymbol(pattern, i - 1, 0x2e);
      if (symbol === undefined) return "nothing";
      to = symbol.byte;
      i = symbol.end;
    }
    add(members, from, to, ignoreCase);
  }
  if (negated) for (let byte = 0; byte < 256; byte++) members[byte] = members[byte] === 1 ? 0 : 1;
  return { members, end: i };
}

type Named = { range: false; end: number } | { range: true; byte: number; end: number };

/** `[:alpha:]`, `[=a=]` or `[.a.]` in a set, of which the last may begin a range. */
function parseNamed(pattern: Uint8Array, i: number, members: Uint8Array): Named | "nothing" | undefined {
  const mark = pattern[i + 1];
  if (mark === 0x3a) {
    let end = i + 2;
    while (pattern[end]! >= 0x61 && pattern[end]! <= 0x7a) end++;
    if (pattern[end] !== 0x3a || pattern[end + 1] !== closing) return undefined;
    const name = String.fromCharCode(...pattern.subarray(i + 2, end));
    const belongs = classes.get(name);
    if (belongs === undefined) return "nothing";
    for (let byte = 0; byte < 128; byte++) if (belongs.test(String.fromCharCode(byte))) members[byte] = 1;
    return { range: false, end: end + 2 };
  }
  if (mark === 0x3d) {
    const symbol = parseSymbol(pattern, i, 0x3d);
    if (symbol === undefined) return undefined;
    members[symbol.byte] = 1;
    return { range: false, end: symbol.end };
  }
  if (mark === 0x2e) {
    const symbol = parseSymbol(pattern, i, 0x2e);
    return symbol === undefined ? "nothing" : { range: true, ...symbol };
  }
  return undefined;
}

/** `[.a.]` or `[=a=]` with one byte inside, as the C locale has no longer symbols. */
function parseSymbol(
  pattern: Uint8Array,
  i: number,
  mark: number,
): { byte: number; end: number } | undefined {
  const byte = pattern[i + 2];
  if (byte === undefined || pattern[i + 3] !== mark || pattern[i + 4] !== closing) return undefined;
  return { byte, end: i + 5 };
}

const classes = new Map([
  ["alnum", /[0-9A-Za-z]/],
  ["alpha", /[A-Za-z]/],
  ["blank", /[ \t]/],
  ["cntrl", /[\0-\x1f\x7f]/],
  ["digit", /[0-9]/],
  ["graph", /[!-~]/],
  ["lower", /[a-z]/],
  ["print", /[ -~]/],
  ["punct", /[!-/:-@[-`{-~]/],
  ["space", /[\t-\r ]/],
  ["upper", /[A-Z]/],
  ["xdigit", /[0-9A-Fa-f]/],
]);
