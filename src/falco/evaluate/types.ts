import type { ComparisonOperator } from "../language/index.ts";

/** How the engine keeps and compares values of a type, whatever the type is called. */
export type Kind =
  | { readonly kind: "integer"; readonly bits: 8 | 16 | 32 | 64; readonly signed: boolean }
  | { readonly kind: "address"; readonly onlyIpv4: boolean }
  | { readonly kind: "port" | "double" | "boolean" | "text" | "buffer" | "network" | "other" };

const signed = (bits: 8 | 16 | 32 | 64): Kind => ({ kind: "integer", bits, signed: true });
const unsigned = (bits: 8 | 16 | 32 | 64): Kind => ({ kind: "integer", bits, signed: false });

/** The engine's parameter types, by their name without `PT_`. */
const kinds = new Map<string, Kind>([
  ["INT8", signed(8)],
  ["INT16", signed(16)],
  ["INT32", signed(32)],
  ["INT64", signed(64)],
  ["FD", signed(64)],
  ["PID", signed(64)],
  ["ERRNO", signed(64)],
  ["UINT8", unsigned(8)],
  ["FLAGS8", unsigned(8)],
  ["ENUMFLAGS8", unsigned(8)],
  ["SIGTYPE", unsigned(8)],
  ["UINT16", unsigned(16)],
  ["FLAGS16", unsigned(16)],
  ["ENUMFLAGS16", unsigned(16)],
  ["SYSCALLID", unsigned(16)],
  ["UINT32", unsigned(32)],
  ["FLAGS32", unsigned(32)],
  ["ENUMFLAGS32", unsigned(32)],
  ["MODE", unsigned(32)],
  ["UINT64", unsigned(64)],
  ["RELTIME", unsigned(64)],
  ["ABSTIME", unsigned(64)],
  ["PORT", { kind: "port" }],
  ["DOUBLE", { kind: "double" }],
  ["BOOL", { kind: "boolean" }],
  ["CHARBUF", { kind: "text" }],
  ["FSPATH", { kind: "text" }],
  ["FSRELPATH", { kind: "text" }],
  ["BYTEBUF", { kind: "buffer" }],
  ["IPADDR", { kind: "address", onlyIpv4: false }],
  ["IPV4ADDR", { kind: "address", onlyIpv4: true }],
  ["IPNET", { kind: "network" }],
]);

/** Types without an operator, such as `UID`, are `other`: they can only be asked whether they exist. */
export function kindOf(type: string): Kind {
  return kinds.get(type) ?? { kind: "other" };
}

/** Types that are numbers for the engine but whose values it cannot read from a condition. */
export function hasLiterals(type: string): boolean {
  return type !== "SIGTYPE" && type !== "SYSCALLID" && kinds.has(type);
}

const equality = ["=", "==", "!=", "in", "intersects"] as const;
const order = ["<", "<=", ">", ">="] as const;
const search = ["contains", "startswith", "endswith"] as const;

const operators: Readonly<Record<Kind["kind"], ReadonlySet<ComparisonOperator>>> = {
  integer: new Set([...equality, ...order]),
  port: new Set([...equality, ...order]),
  double: new Set([...equality, ...order]),
  boolean: new Set(equality),
  address: new Set(equality),
  network: new Set(equality),
  text: new Set([...equality, ...order, ...search, "icontains", "glob", "iglob", "regex", "pmatch"]),
  buffer: new Set([...equality, ...search, "bcontains", "bstartswith"]),
  other: new Set(),
};
const listOperators: ReadonlySet<ComparisonOperator> = new Set(["in", "intersects"]);
/** The types that a list can be made of. */
const listTypes: ReadonlySet<string> = new Set([
  "CHARBUF",
  "UINT64",
  "RELTIME",
  "ABSTIME",
  "BOOL",
  "IPADDR",
  "IPNET",
]);

/** Whether an operator (other than `exists`, which always works) can be used on values of a type. */
export function supportsOperator(type: string, list: boolean, operator: ComparisonOperator): boolean {
  if (list) return listTypes.has(type) && listOperators.has(operator);
  return operators[kindOf(type).kind].has(operator);
}

const words: Readonly<Record<Kind["kind"], string>> = {
  integer: "a number",
  port: "a port",
  double: "a number",
  boolean: "true or false",
  text: "a text",
  buffer: "a buffer of bytes",
  address: "an address",
  network: "a network",
  other: "a value without operators",
};

/** What values of a type are, in words, with the engine's own name. */
export function describeShape({ type, list }: { readonly type: string; readonly list: boolean }): string {
  const word = words[kindOf(type).kind];
  return list ? `a list (of ${type})` : `${word} (${type})`;
}

/** The operators that work on a type, in words; the order is that of the documentation. */
export function operatorsFor({ type, list }: { readonly type: string; readonly list: boolean }): string[] {
  const all = list ? (listTypes.has(type) ? listOperators : []) : operators[kindOf(type).kind];
  return [...all].filter((operator) => operator !== "==");
}
