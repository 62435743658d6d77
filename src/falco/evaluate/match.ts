import type { ComparisonOperator, Modifier } from "../condition/ast.ts";
import { compileGlob } from "./glob.ts";
import { compilePathPrefixes } from "./path-prefix.ts";
import { compileRegex } from "./regex.ts";
import { type Kind, kindOf } from "./types.ts";
import {
  binaryString,
  type EngineValue,
  type Network,
  setKey,
  upToNul,
  withoutTrailingNuls,
} from "./value.ts";

/** Whether a value that a field has stands the comparison. */
export type Matcher = (value: EngineValue) => boolean;

/**
 * The comparison of one value with those on the right-hand side, all of one type.
 *
 * @returns undefined where a right-hand value is no regular expression
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
  const matchers: Matcher[] = [];
  for (const value of right) {
    const matcher = single(operator, kind, value);
    if (matcher === undefined) return undefined;
    matchers.push(matcher);
  }
  if (modifier !== undefined) return modified(operator, modifier, kind, right, matchers);
  return matchers[0] ?? (() => false);
}

function modified(
  operator: ComparisonOperator,
  modifier: Modifier,
  kind: Kind["kind"],
  right: readonly EngineValue[],
  matchers: readonly Matcher[],
): Matcher {
  if (matchers.length === 0) return () => false;
  // For these two the engine looks the value up in a set, where an address never equals a network.
  if (modifier === "anyof" && (operator === "=" || operator === "==")) return lookup(kind, right);
  if (modifier === "allof" && operator === "!=") {
    const contained = lookup(kind, right);
    return (value) => !contained(value);
  }
  switch (modifier) {
    case "anyof":
      return (value) => matchers.some((matches) => matches(value));
    case "allof":
      return (value) => matchers.every((matches) => matches(value));
    case "oneof":
      return (value) => matchers.filter((matches) => matches(value)).length === 1;
  }
}

function setMatcher(kind: Kind["kind"], right: readonly EngineValue[]): Matcher {
  if (kind !== "network") return lookup(kind, right);
  return (value) => right.some((network) => inNetwork(value, network));
}

/** Equality by size and bytes; of a text, the NULs at its end do not count. */
function lookup(kind: Kind["kind"], right: readonly EngineValue[]): Matcher {
  const keys = new Set(right.map(setKey));
  if (kind === "text") return (value) => keys.has(binaryString(withoutTrailingNuls(bytes(value))));
  return (value) => keys.has(setKey(value));
}

/** Whether a value is in a list that a list field or a set of values makes, by size and bytes. */
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

function single(operator: ComparisonOperator, kind: Kind["kind"], right: EngineValue): Matcher | undefined {
  if (kind === "text") return textMatcher(operator, bytes(right));
  if (kind === "buffer") return bufferMatcher(operator, bytes(right));
  if (kind === "address") {
    const equal: Matcher = (value) => setKey(value) === setKey(right);
    return operator === "!=" ? (value) => !equal(value) : equal;
  }
  if (kind === "network") {
    return operator === "!=" ? (value) => !inNetwork(value, right) : (value) => inNetwork(value, right);
  }
  switch (operator) {
    case "!=":
      return (value) => value !== right;
    case "<":
      return (value) => value < right;
    case "<=":
      return (value) => value <= right;
    case ">":
      return (value) => value > right;
    case ">=":
      return (value) => value >= right;
    default:
      return (value) => value === right;
  }
}

function textMatcher(operator: ComparisonOperator, right: Uint8Array): Matcher | undefined {
  if (operator === "regex") {
    const matches = compileRegex(right);
    return matches && ((value) => matches(withoutTrailingNuls(bytes(value))));
  }
  if (operator === "glob" || operator === "iglob") {
    const matches = compileGlob(upToNul(right), operator === "iglob");
    return (value) => matches(upToNul(bytes(value)));
  }
  const argument = binaryString(upToNul(right));
  const test = textTests[operator];
  return test && ((value) => test(binaryString(upToNul(bytes(value))), argument));
}

type TextTest = (value: string, argument: string) => boolean;

/** On strings of one character a byte, so that their order is that of the bytes. */
const textTests: Partial<Record<ComparisonOperator, TextTest>> = {
  "=": (value, argument) => value === argument,
  "==": (value, argument) => value === argument,
  "!=": (value, argument) => value !== argument,
  "<": (value, argument) => value < argument,
  "<=": (value, argument) => value <= argument,
  ">": (value, argument) => value > argument,
  ">=": (value, argument) => value >= argument,
  contains: (value, argument) => value.includes(argument),
  icontains: (value, argument) => asciiLower(value).includes(asciiLower(argument)),
  startswith: (value, argument) => value.startsWith(argument),
  endswith: (value, argument) => value.endsWith(argument),
};

function bufferMatcher(operator: ComparisonOperator, right: Uint8Array): Matcher | undefined {
  const argument = binaryString(right);
  const plain = operator === "bcontains" ? "contains" : operator === "bstartswith" ? "startswith" : operator;
  const test = textTests[plain];
  return test && ((value) => test(binaryString(bytes(value)), argument));
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function bytes(value: EngineValue): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** An address of the other family lies in no network. */
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
