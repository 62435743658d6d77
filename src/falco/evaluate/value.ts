import { byteLength, toBytes } from "../language/index.ts";
import { hasLiterals, type Kind, kindOf } from "./types.ts";

/** An address: 4 bytes for IPv4, 16 for IPv6. */
export interface Address {
  readonly address: Uint8Array;
}

/** A network: the address (4 or 16 bytes), of which the first `length` bits count. */
export interface Network {
  readonly network: Uint8Array;
  readonly length: number;
}

/** A value as the engine keeps it. Texts are bytes that may hold a NUL, at which most operators stop. */
export type EngineValue = bigint | number | boolean | Uint8Array | Address | Network;

/** The longest text that a condition can compare with, in bytes. */
export const maxTextBytes = 255;

/**
 * Reads a value of a condition as the engine does for a type, wraps and all.
 *
 * @param ports port numbers by service name
 */
export function parseLiteral(
  text: string,
  type: string,
  ports: ReadonlyMap<string, number>,
): { readonly value: EngineValue } | { readonly problem: string } {
  const kind = kindOf(type);
  if (!hasLiterals(type)) return { problem: `values of type ${type} cannot be written in a condition` };
  if (kind.kind !== "buffer" && text.includes("\0")) return { problem: "a value cannot hold a NUL byte" };
  if ((kind.kind === "text" || kind.kind === "buffer") && byteLength(text) > maxTextBytes)
    return { problem: `a text to compare with has at most ${maxTextBytes} bytes` };
  const value = parsers[kind.kind](text, kind, ports);
  return value === undefined ? { problem: expectations[kind.kind](text) } : { value };
}

type Parser = (text: string, kind: Kind, ports: ReadonlyMap<string, number>) => EngineValue | undefined;

const parsers: Readonly<Record<Kind["kind"], Parser>> = {
  integer: (text, kind) => {
    if (kind.kind !== "integer") return undefined;
    const number = scanInteger(text, kind.signed);
    return number === undefined ? undefined : wrap(number, kind);
  },
  port: (text, _kind, ports) => {
    if (text === "") return 0n;
    if (/^[0-9]+$/.test(text)) {
      const number = BigInt(text);
      return number > 0x7fff_ffffn ? undefined : BigInt.asUintN(16, number);
    }
    const port = ports.get(text);
    return port === undefined ? undefined : BigInt(port);
  },
  double: (text) => {
    const number = scanInteger(text, true);
    return number === undefined ? undefined : Number(BigInt.asIntN(32, number));
  },
  boolean: (text) => (text === "true" ? true : text === "false" ? false : undefined),
  text: toBytes,
  buffer: toBytes,
  address: (text, kind) =>
    kind.kind === "address" && kind.onlyIpv4 && !text.includes(".") ? undefined : parseAddress(text),
  network: parseNetwork,
  other: () => undefined,
};

const expectations: Readonly<Record<Kind["kind"], (text: string) => string>> = {
  integer: (text) => `\`${text}\` is not a decimal number`,
  port: (text) => `\`${text}\` is neither a port number nor a known service name`,
  double: (text) => `\`${text}\` is not a whole decimal number`,
  boolean: (text) => `\`${text}\` is neither true nor false`,
  text: () => "",
  buffer: () => "",
  address: (text) => `\`${text}\` is not an IPv4 or IPv6 address`,
  network: (text) => `\`${text}\` is not a network, such as 10.0.0.0/8`,
  other: () => "",
};

/** As `scanf` reads a decimal number: blanks and a sign in front, nothing behind, at most what 64 bits hold. */
function scanInteger(text: string, signed: boolean): bigint | undefined {
  const match = /^[ \t\n\v\f\r]*([+-]?)([0-9]+)$/.exec(text);
  if (match === null) return undefined;
  const magnitude = BigInt(match[2]!);
  const negative = match[1] === "-";
  if (signed) {
    const limit = negative ? 1n << 63n : (1n << 63n) - 1n;
    const value = magnitude > limit ? limit : magnitude;
    return negative ? -value : value;
  }
  const limit = (1n << 64n) - 1n;
  if (magnitude > limit) return limit;
  return negative ? -magnitude : magnitude;
}

/** What is left of a number in a narrower type. */
export function wrap(value: bigint, kind: { readonly bits: number; readonly signed: boolean }): bigint {
  return kind.signed ? BigInt.asIntN(kind.bits, value) : BigInt.asUintN(kind.bits, value);
}

/** With a dot it is IPv4, written in full without leading zeros; else IPv6. */
export function parseAddress(text: string): Address | undefined {
  const address = text.includes(".") ? parseIpv4(text) : parseIpv6(text);
  return address && { address };
}

function parseNetwork(text: string): Network | undefined {
  const slash = text.indexOf("/");
  if (slash === -1) return undefined;
  const v4 = text.includes(".");
  const network = v4 ? parseIpv4(text.slice(0, slash)) : parseIpv6(text.slice(0, slash));
  // The engine reads the rest of the line only.
  const scanned = scanInteger(text.slice(slash + 1).split("\n", 1)[0]!, false);
  if (network === undefined || scanned === undefined) return undefined;
  const length = Number(BigInt.asUintN(8, scanned));
  if (v4 ? length > 32 : length === 0 || length > 128) return undefined;
  return { network, length };
}

function parseIpv4(text: string): Uint8Array | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  const bytes = new Uint8Array(4);
  for (const [index, part] of parts.entries()) {
    if (!/^(?:0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    bytes[index] = Number(part);
  }
  return bytes;
}

function parseIpv6(text: string): Uint8Array | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = groups.flat();
  if (!given.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  // A double colon stands for at least one group.
  if (halves.length === 1 ? given.length !== 8 : given.length > 7) return undefined;
  const middle = new Array<string>(8 - given.length).fill("0");
  const bytes = new Uint8Array(16);
  for (const [index, group] of [...groups[0]!, ...middle, ...(groups[1] ?? [])].entries()) {
    const number = Number.parseInt(group, 16);
    bytes[index * 2] = number >> 8;
    bytes[index * 2 + 1] = number & 0xff;
  }
  return bytes;
}

/** The bytes of a text up to its first NUL, which is where the engine's text operators stop. */
export function upToNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

export function withoutTrailingNuls(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end === bytes.length ? bytes : bytes.subarray(0, end);
}

/** A value is compared with many others, so it keeps its string; a weak map would cost more than most strings. */
const asString = Symbol("binary string");

interface Bytes extends Uint8Array {
  [asString]?: string;
}

/** A string that is equal for equal bytes, for sets and searches: one character a byte. */
export function binaryString(bytes: Bytes): string {
  bytes[asString] ??= toCharacters(bytes);
  return bytes[asString];
}

const beyondAscii = /[^\0-\x7f]/;

/** The bytes of a text, which know their string already where each character is one. */
export function bytesOf(text: string): Uint8Array {
  const bytes: Bytes = toBytes(text);
  if (!beyondAscii.test(text)) bytes[asString] = text;
  return bytes;
}

/** More arguments than this at once may be too many for a call. */
const maxArguments = 1024;

function toCharacters(bytes: Uint8Array): string {
  if (bytes.length <= maxArguments) return characters(bytes);
  let result = "";
  for (let i = 0; i < bytes.length; i += maxArguments)
    result += characters(bytes.subarray(i, i + maxArguments));
  return result;
}

/** Takes the bytes as they are: spreading them into arguments goes one by one. */
function characters(bytes: Uint8Array): string {
  return Reflect.apply(String.fromCharCode, null, bytes) as string;
}

/** A key that is equal for values that the engine finds equal in a set: of the same size and bytes. */
export function setKey(value: EngineValue): string {
  if (value instanceof Uint8Array) return binaryString(value);
  if (typeof value === "object") {
    return "address" in value
      ? `a${binaryString(value.address)}`
      : `n${binaryString(value.network)}/${value.length}`;
  }
  return Object.is(value, -0) ? "-0" : String(value);
}
