import type { ComparisonOperator, Modifier } from "../language/index.ts";
import { compileGlob } from "./glob.ts";
import { compilePathPrefixes } from "./path-prefix.ts";
import { compileRegex, decodeValue } from "./regex.ts";
import { type Kind, kindOf } from "./types.ts";
import {
  binaryString,
  type EngineValue,
  type Network,
  setKey,
  upToNul,
  withoutTrailingNuls,
} from "./value.ts";

/** Whether a value of a field passes the comparison. */
export type Matcher = (value: EngineValue) => boolean;

/**
 * Compiles the comparison of one value with those on the right-hand side, all of one type.
 *
 * @returns undefined if a right-hand value is not a valid regular expression
 */
export function compileMatcher(
  operator: ComparisonOperator,
  modifier: Modifier | undefined,
  type: string,
  right: readonly EngineValue[],
): Matcher | undefined {
  const { kind } = kindOf(type);
  if (operator === "in" || operator === "intersects") return setMatcher(kind, right);
  if (operator === "pmatch") {
    const matches = compilePathPrefixes(right.map(bytes));
    return (value) => matches(withoutTrailingNuls(bytes(value)));
  }
  // For these two the engine looks the value up in a set, where an address never equals a network.
  if (modifier === "anyof" && (operator === "=" || operator === "==")) return lookup(kind, right);
  if (modifier === "allof" && operator === "!=" && right.length > 0) {
    const contained = lookup(kind, right);
    return (value) => !contained(value);
  }
  switch (kind) {
    case "text":
      return textMatcher(operator, modifier, right);
    case "buffer":
      return bufferMatcher(operator, modifier, right);
    case "address":
      return matcher(modifier, setKey, right.map(setKey).map(orderTest(operator)));
    case "network":
      return matcher(
        modifier,
        (value) => value,
        right.map((network) =>
          operator === "!="
            ? (value: EngineValue) => !inNetwork(value, network)
            : (value: EngineValue) => inNetwork(value, network),
        ),
      );
    default:
      return matcher(modifier, (value) => value, right.map(orderTest(operator)));
  }
}

/** A test of a value that was prepared once for all tests. */
type Test<V> = (value: V) => boolean;

/** Without a modifier, there is one value on the right. */
function matcher<V>(
  modifier: Modifier | undefined,
  prepare: (value: EngineValue) => V,
  tests: readonly (Test<V> | undefined)[],
): Matcher | undefined {
  if (!tests.every((test) => test !== undefined)) return undefined;
  const [first] = tests;
  if (first === undefined) return () => false;
  switch (modifier) {
    case undefined:
      return (value) => first(prepare(value));
    case "anyof":
      return (value) => {
        const prepared = prepare(value);
        return tests.some((test) => test(prepared));
      };
    case "allof":
      return (value) => {
        const prepared = prepare(value);
        return tests.every((test) => test(prepared));
      };
    case "oneof":
      return (value) => {
        const prepared = prepare(value);
        return tests.filter((test) => test(prepared)).length === 1;
      };
  }
}

function setMatcher(kind: Kind["kind"], right: readonly EngineValue[]): Matcher {
  if (kind !== "network") return lookup(kind, right);
  return (value) => right.some((network) => inNetwork(value, network));
}

/** Equality by size and bytes; NULs at the end of a text do not count. */
function lookup(kind: Kind["kind"], right: readonly EngineValue[]): Matcher {
  const keys = new Set(right.map(setKey));
  if (kind === "text") return (value) => keys.has(binaryString(withoutTrailingNuls(bytes(value))));
  return (value) => keys.has(setKey(value));
}

/** Compiles `in` and `intersects` of a list field, with equality by size and bytes. */
export function compileListMatcher(
  operator: ComparisonOperator,
  type: string,
  right: readonly EngineValue[],
): (values: readonly EngineValue[]) => boolean {
  const keys = new Set(right.map(setKey));
  const isIn: Matcher =
    kindOf(type).kind === "network"
      ? (value) => right.some((network) => inNetwork(value, network))
      : (value) => keys.has(setKey(value));
  return operator === "in" ? (values) => values.every(isIn) : (values) => values.some(isIn);
}

type Tester<V> = (argument: V) => Test<V>;

function orderTest<V extends string | EngineValue>(operator: ComparisonOperator): Tester<V> {
  switch (operator) {
    case "!=":
      return (argument) => (value) => value !== argument;
    case "<":
      return (argument) => (value) => value < argument;
    case "<=":
      return (argument) => (value) => value <= argument;
    case ">":
      return (argument) => (value) => value > argument;
    case ">=":
      return (argument) => (value) => value >= argument;
    default:
      return (argument) => (value) => value === argument;
  }
}

function textMatcher(
  operator: ComparisonOperator,
  modifier: Modifier | undefined,
  right: readonly EngineValue[],
): Matcher | undefined {
  switch (operator) {
    case "regex":
      return matcher(
        modifier,
        (value) => decodeValue(withoutTrailingNuls(bytes(value))),
        right.map((value) => compileRegex(bytes(value))),
      );
    case "glob":
    case "iglob":
      return matcher(
        modifier,
        (value) => upToNul(bytes(value)),
        right.map((value) => compileGlob(upToNul(bytes(value)), operator === "iglob")),
      );
    case "icontains": {
      const prepare = (value: EngineValue) => asciiLower(terminated(value));
      return matcher(modifier, prepare, right.map(prepare).map(stringTest("contains")));
    }
    default:
      return matcher(modifier, terminated, right.map(terminated).map(stringTest(operator)));
  }
}

function bufferMatcher(
  operator: ComparisonOperator,
  modifier: Modifier | undefined,
  right: readonly EngineValue[],
): Matcher | undefined {
  const plain = operator === "bcontains" ? "contains" : operator === "bstartswith" ? "startswith" : operator;
  const prepare = (value: EngineValue) => binaryString(bytes(value));
  return matcher(modifier, prepare, right.map(prepare).map(stringTest(plain)));
}

/** Works on strings of one character a byte, so their order is that of the bytes. */
function stringTest(operator: ComparisonOperator): Tester<string> {
  switch (operator) {
    case "contains":
      return (argument) => (value) => value.includes(argument);
    case "startswith":
      return (argument) => (value) => value.startsWith(argument);
    case "endswith":
      return (argument) => (value) => value.endsWith(argument);
    default:
      return orderTest(operator);
  }
}

/** A text as the C library sees it: up to the first NUL. */
function terminated(value: EngineValue): string {
  const text = binaryString(bytes(value));
  const end = text.indexOf("\0");
  return end === -1 ? text : text.slice(0, end);
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function bytes(value: EngineValue): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** An address of the other family is in no network. */
function inNetwork(value: EngineValue, right: EngineValue): boolean {
  if (typeof value !== "object" || !("address" in value)) return false;
  const { network, length } = right as Network;
  if (value.address.length !== network.length) return false;
  const whole = length >> 3;
  for (let i = 0; i < whole; i++) if (value.address[i] !== network[i]) return false;
  const rest = length & 7;
  if (rest === 0) return true;
  return value.address[whole]! >> (8 - rest) === network[whole]! >> (8 - rest);
}
