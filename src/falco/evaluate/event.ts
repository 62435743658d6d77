import { kindOf } from "./types.ts";
import { type Address, bytesOf, type EngineValue, parseAddress, wrap } from "./value.ts";

/** A value of a field as in tests and in Falco's JSON; `hex` is for bytes that are not text. */
export type FieldValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | { readonly hex: string }
  | readonly FieldValue[];

/** Values by field, with arguments in brackets: `proc.name`, `proc.aname[2]`, `evt.arg.flags`. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

/** An evaluation that makes the engine throw, or a value of another type than its field. */
export class EvaluationError extends Error {}

/** The network connection of an event's file descriptor. */
export interface Socket {
  /** Client and server; one address for a socket that is not connected. */
  readonly addresses: readonly Address[];
  readonly ports: readonly bigint[];
}

/** Network fields hold the addresses of the same end of the connection. */
const addressFields: ReadonlyMap<string, string> = new Map(
  ["c", "s", "l", "r"].map((end) => [`fd.${end}net`, `fd.${end}ip`]),
);

/** The values of a field read as a type; undefined where it has none, as whatever type it is read. */
interface Converted {
  readonly type: string;
  readonly values: readonly EngineValue[] | undefined;
}

/** The field values of one event, as the engine stores them. */
export class Event {
  readonly #values: ReadonlyMap<string, FieldValue>;
  readonly #remembered = new Map<object, unknown>();
  /** Values by field, as far as they were asked for. */
  readonly #converted = new Map<string, Converted>();

  constructor(values: FieldValues | ReadonlyMap<string, FieldValue>) {
    this.#values = values instanceof Map ? values : new Map(Object.entries(values).filter(isGiven));
  }

  /**
   * The values of a field: one, or those of a list. Undefined if it has no value.
   *
   * @throws EvaluationError for a value of another type
   */
  values(field: string, type: string): readonly EngineValue[] | undefined {
    const known = this.#converted.get(field);
    if (known !== undefined && (known.type === type || known.values === undefined)) return known.values;
    const given = this.#values.get(field) ?? this.#values.get(addressFields.get(field) ?? "");
    const values =
      given === undefined
        ? undefined
        : isList(given)
          ? given.map((value) => toEngineValue(value, field, type))
          : [toEngineValue(given, field, type)];
    this.#converted.set(field, { type, values });
    return values;
  }

  /** The value of `compute` for a key, computed once. */
  once<T>(key: object, compute: (event: Event) => T): T {
    // Each key belongs to one `compute`, so the type is right.
    const known = this.#remembered.get(key);
    if (known !== undefined || this.#remembered.has(key)) return known as T;
    const result = compute(this);
    this.#remembered.set(key, result);
    return result;
  }

  /** The same event without computed values. */
  afresh(): Event {
    return new Event(this.#values);
  }

  /** Whether any value belongs to the event's file descriptor. */
  get hasFd(): boolean {
    for (const name of this.#values.keys()) if (name.startsWith("fd.")) return true;
    return false;
  }

  get socket(): Socket {
    return {
      addresses: this.#ends(["fd.ip", "fd.net"], ["ip", "net"], "IPADDR").filter(
        (value): value is Address => typeof value === "object" && "address" in value,
      ),
      ports: this.#ends(["fd.port", "fd.proto"], ["port"], "PORT").filter(
        (value) => typeof value === "bigint",
      ),
    };
  }

  /** Values of both ends of the connection, from the field for both or from the fields for each end. */
  #ends(both: readonly string[], each: readonly string[], type: string): readonly EngineValue[] {
    for (const field of both) {
      const values = this.values(field, type);
      if (values !== undefined) return values;
    }
    for (const [first, second] of [
      ["c", "s"],
      ["l", "r"],
    ] as const) {
      const ends = [first, second].flatMap((end) => {
        const field = each.map((name) => `fd.${end}${name}`).find((name) => this.#values.has(name));
        return (field && this.values(field, type)) || [];
      });
      if (ends.length > 0) return ends;
    }
    return [];
  }
}

function isGiven(entry: [string, FieldValue | undefined]): entry is [string, FieldValue] {
  return entry[1] !== undefined && entry[1] !== null;
}

function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

function toEngineValue(value: FieldValue, field: string, type: string): EngineValue {
  const result = convert(value, type);
  if (result === undefined) {
    throw new EvaluationError(
      `${clip(JSON.stringify(value, printBigInt))} is not a value of ${field}, which is of type ${type}`,
    );
  }
  return result;
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function printBigInt(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

function convert(value: FieldValue, type: string): EngineValue | undefined {
  const kind = kindOf(type);
  switch (kind.kind) {
    case "integer":
      return toInteger(value, kind);
    case "port":
      return toInteger(value, { bits: 16, signed: false });
    case "double": {
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      if (typeof number === "bigint") return Number(number);
      return typeof number === "number" && !Number.isNaN(number) ? number : undefined;
    }
    case "boolean":
      if (typeof value === "boolean") return value;
      return value === "true" ? true : value === "false" ? false : undefined;
    case "address":
    case "network":
      return typeof value === "string" ? parseAddress(value) : undefined;
    case "text":
    case "buffer":
      return toByteValue(value);
    case "other":
      // Conditions can only test whether it exists.
      return toByteValue(value) ?? new Uint8Array();
  }
}

function toByteValue(value: FieldValue): Uint8Array | undefined {
  if (typeof value !== "object") return bytesOf(String(value));
  return value !== null && "hex" in value && typeof value.hex === "string" ? fromHex(value.hex) : undefined;
}

/** A whole number that fits. One above 64 bits becomes the largest, because JSON in JavaScript rounds that one up. */
function toInteger(value: FieldValue, kind: { bits: number; signed: boolean }): bigint | undefined {
  const number = toBigInt(value);
  if (number === undefined) return undefined;
  const beyond = 1n << (kind.signed ? 63n : 64n);
  const fitting = kind.bits === 64 && number === beyond ? beyond - 1n : number;
  return fitting === wrap(fitting, kind) ? fitting : undefined;
}

function toBigInt(value: FieldValue): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  if (typeof value === "string" && /^[+-]?[0-9]{1,40}$/.test(value)) return BigInt(value.replace("+", ""));
  return undefined;
}

/** Bytes from pairs of hexadecimal digits; undefined for anything else. */
export function fromHex(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}
