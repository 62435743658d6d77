// Written by hand: glob libraries follow shells and match characters, `fnmatch` of the C library matches bytes.

/**
 * Compiles a glob as the C library's `fnmatch` reads it without flags in the C locale: bytes, whole value, `*` and
 * `?` also for `/` and a leading dot, `[a-z]`, `[!a]`, `[[:alpha:]]`, a backslash before what stands for itself.
 * The pattern holds no NUL.
 */
export function compileGlob(pattern: Uint8Array, ignoreCase = false): (text: Uint8Array) => boolean {
  const steps = parseGlob(pattern, ignoreCase);
  return (text) => matches(steps, text);
}

/** `star` for any run of bytes, or the position in the pattern after a byte; `nowhere` if it does not match. */
type Step = "star" | ((byte: number) => number);
const nowhere = -1;

/** Backtracks to the last star only, which bounds the time by steps times bytes. */
function matches(steps: readonly (Step | undefined)[], text: Uint8Array): boolean {
  let position = 0;
  let at = 0;
  let starPlace = nowhere;
  let starAt = 0;
  while (at < text.length) {
    const step = steps[position];
    if (step === "star") {
      starPlace = ++position;
      starAt = at;
      continue;
    }
    const to = step === undefined ? nowhere : step(text[at]!);
    if (to !== nowhere) {
      position = to;
      at++;
    } else if (starPlace === nowhere) return false;
    else {
      position = starPlace;
      at = ++starAt;
    }
  }
  while (steps[position] === "star") position++;
  return position === steps.length;
}

const backslash = 0x5c;
const opening = 0x5b;
const closing = 0x5d;
const dash = 0x2d;
const colon = 0x3a;
const equals = 0x3d;
const dot = 0x2e;
/** The byte that the C library reads after the last one. */
const nul = 0;

type Fold = (byte: number) => number;

/** The steps by position in the pattern; undefined where no step leads to. */
function parseGlob(pattern: Uint8Array, ignoreCase: boolean): readonly (Step | undefined)[] {
  const fold: Fold = ignoreCase ? lower : (byte) => byte;
  const steps = new Array<Step | undefined>(pattern.length).fill(undefined);
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at >= pattern.length || steps[at] !== undefined) continue;
    const { step, next } = readStep(pattern, at, fold);
    steps[at] = step;
    open.push(...next);
  }
  return steps;
}

/** The step at a position of the pattern, and the positions that it leads to. */
function readStep(pattern: Uint8Array, at: number, fold: Fold): { step: Step; next: readonly number[] } {
  const byte = pattern[at]!;
  if (byte === opening) {
    const positions = bracketPlaces(pattern, at + 1, fold);
    const next = [...new Set(positions)].filter((position) => position !== nowhere);
    return { step: (other) => positions[other]!, next };
  }
  const after = byte === backslash ? at + 2 : at + 1;
  return { step: byte === 0x2a ? "star" : byteStep(pattern, at, after, fold), next: [after] };
}

/** The step over one byte: any byte, or the one that the pattern has. */
function byteStep(pattern: Uint8Array, at: number, after: number, fold: Fold): Step {
  const byte = pattern[at]!;
  if (byte === 0x3f) return () => after;
  // A backslash at the end matches nothing.
  const literal = fold(byte === backslash ? (pattern[at + 1] ?? nowhere) : byte);
  return (other) => (fold(other) === literal ? after : nowhere);
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** The next position for each byte after comparing it with the set whose bracket is before `start`. */
function bracketPlaces(pattern: Uint8Array, start: number, fold: Fold): Int16Array {
  const negated = pattern[start] === 0x21 || pattern[start] === 0x5e;
  return Int16Array.from({ length: 256 }, (_, byte) => {
    const found = findInSet(pattern, negated ? start + 1 : start, byte, fold);
    const end = typeof found === "string" ? found : found.belongs ? skipSet(pattern, found.at) : found.at;
    if (end === "broken") return nowhere;
    // An unclosed bracket stands for itself.
    if (end === "unterminated") return byte === opening ? start : nowhere;
    return typeof found === "object" && found.belongs === negated ? nowhere : end;
  });
}

type Failure = "unterminated" | "broken";
type Found = { readonly belongs: boolean; readonly at: number } | Failure;

/**
 * Reads a set for one byte as the C library does: element by element up to the one that the byte belongs to. An error
 * in a set therefore only affects the bytes that get that far.
 *
 * @returns the position after that element, or after the set if the byte does not belong to it
 */
function findInSet(pattern: Uint8Array, start: number, byte: number, fold: Fold): Found {
  let at = start;
  // A closing bracket that comes first is an element.
  do {
    const element = readElement(pattern, at, fold);
    if (typeof element === "string") return element;
    const found =
      "members" in element
        ? { belongs: element.members.test(String.fromCharCode(byte)), at: element.at }
        : findInRange(pattern, element, byte, fold);
    if (typeof found === "string" || found.belongs) return found;
    at = found.at;
  } while (pattern[at] !== closing);
  return { belongs: false, at: at + 1 };
}

/** Whether a byte is a symbol of a set, or in the range that the symbol begins. */
function findInRange(
  pattern: Uint8Array,
  { symbol, named, at }: Extract<Element, { symbol: number }>,
  byte: number,
  fold: Fold,
): Found {
  const peek = (position: number) => pattern[position] ?? nul;
  const folded = fold(byte);
  const hasDash = peek(at) === dash;
  // A dash before a bracket does not begin a range, but the C library notices that too late for a named
  // symbol.
  const beginsRange = hasDash && peek(at + 1) !== nul && (named || peek(at + 1) !== closing);
  if (!beginsRange && symbol === (named ? byte : folded)) return { belongs: true, at };
  if (!hasDash || peek(at + 1) === closing) return { belongs: false, at };
  const last = readRangeEnd(pattern, at + 1, fold);
  if (last === undefined) return "broken";
  return { belongs: symbol <= folded && folded <= last.symbol, at: last.at };
}

type Element =
  | { readonly members: RegExp; readonly at: number }
  | { readonly symbol: number; readonly named: boolean; readonly at: number };

/** The element at a position of a set, and the position after it. */
function readElement(pattern: Uint8Array, at: number, fold: Fold): Element | Failure {
  const byte = pattern[at];
  if (byte === undefined) return "unterminated";
  if (byte === backslash) {
    const escaped = pattern[at + 1];
    return escaped === undefined ? "broken" : { symbol: fold(escaped), named: false, at: at + 2 };
  }
  if (byte === opening) {
    switch (pattern[at + 1]) {
      case colon: {
        const end = classEnd(pattern, at + 2);
        if (end === undefined) break;
        const members = classes.get(String.fromCharCode(...pattern.subarray(at + 2, end)));
        return members === undefined ? "broken" : { members, at: end + 2 };
      }
      case equals: {
        const symbol = readSymbol(pattern, at + 1, equals);
        if (symbol === undefined) break;
        return { members: only(symbol), at: at + 5 };
      }
      case dot: {
        const symbol = readSymbol(pattern, at + 1, dot);
        return symbol === undefined ? "broken" : { symbol, named: true, at: at + 5 };
      }
    }
  }
  return { symbol: fold(byte), named: false, at: at + 1 };
}

/** Where the name of a class ends; undefined if there is none. The C library does not accept a `z` in it. */
function classEnd(pattern: Uint8Array, start: number): number | undefined {
  let at = start;
  while (pattern[at]! >= 0x61 && pattern[at]! < 0x7a) at++;
  return pattern[at] === colon && pattern[at + 1] === closing ? at : undefined;
}

/** The byte in `.a.]` or `=a=]`, as the C locale has no longer symbols. */
function readSymbol(pattern: Uint8Array, at: number, mark: number): number | undefined {
  return pattern[at + 2] === mark && pattern[at + 3] === closing ? pattern[at + 1] : undefined;
}

function only(byte: number): RegExp {
  return new RegExp(`\\x${byte.toString(16).padStart(2, "0")}`);
}

function readRangeEnd(
  pattern: Uint8Array,
  at: number,
  fold: Fold,
): { readonly symbol: number; readonly at: number } | undefined {
  const byte = pattern[at];
  if (byte === opening && pattern[at + 1] === dot) {
    const symbol = readSymbol(pattern, at + 1, dot);
    return symbol === undefined ? undefined : { symbol, at: at + 5 };
  }
  const after = byte === backslash ? at + 2 : at + 1;
  const symbol = pattern[after - 1];
  return symbol === undefined ? undefined : { symbol: fold(symbol), at: after };
}

/** The position after the bracket that closes a set, skipping the rest of the set. */
function skipSet(pattern: Uint8Array, start: number): number | Failure {
  let at = start;
  while (at < pattern.length) {
    const byte = pattern[at++];
    if (byte === closing) return at;
    if (byte === backslash) {
      if (at === pattern.length) return "broken";
      at++;
    }
    if (byte !== opening) continue;
    const end = skipNamed(pattern, at);
    if (end === undefined) return "broken";
    at = end;
  }
  return "unterminated";
}

/** The position after a class or a symbol in brackets of its own, `at` if there is none, undefined if it is broken. */
function skipNamed(pattern: Uint8Array, at: number): number | undefined {
  switch (pattern[at]) {
    case colon:
      return (classEnd(pattern, at + 1) ?? at - 2) + 2;
    case equals:
      return readSymbol(pattern, at, equals) === undefined ? undefined : at + 4;
    case dot:
      do at++;
      while (at < pattern.length && !(pattern[at] === dot && pattern[at + 1] === closing));
      return at === pattern.length ? undefined : at + 2;
    default:
      return at;
  }
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
