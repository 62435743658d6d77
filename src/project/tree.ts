import { type ScalarStyle, scalarSegments } from "./scalar.ts";
import type { Location, Text } from "./source-text.ts";

/** A YAML value that knows its place. Aliases and merge keys are resolved. */
export type Node = MapNode | SeqNode | ScalarNode;

export interface Entry {
  readonly key: string;
  /** The key itself, as a location. */
  readonly keyLocation: Location;
  readonly value: Node;
}

export interface MapNode extends Location {
  readonly kind: "map";
  /** In the order of the file; of a duplicate key all entries are kept. */
  readonly entries: readonly Entry[];
}

export interface SeqNode extends Location {
  readonly kind: "seq";
  readonly items: readonly Node[];
}

export interface ScalarNode extends Location {
  readonly kind: "scalar";
  readonly value: string | number | bigint | boolean | null;
  readonly style: ScalarStyle;
}

export interface YamlError extends Location {
  readonly message: string;
}

export interface YamlDocument {
  readonly text: Text;
  /** Undefined where the document is empty or broken beyond use. */
  readonly root: Node | undefined;
  readonly errors: readonly YamlError[];
  readonly warnings: readonly YamlError[];
}

/** The value at a path of keys and indices, undefined where there is none. The last of duplicate keys wins. */
export function at(node: Node | undefined, ...path: readonly (string | number)[]): Node | undefined {
  let current = node;
  for (const step of path) {
    if (current?.kind === "map") current = entry(current, String(step))?.value;
    else if (current?.kind === "seq" && typeof step === "number") current = current.items[step];
    else return undefined;
  }
  return current;
}

export function entry(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === "map" ? node.entries.findLast((candidate) => candidate.key === key) : undefined;
}

/** A scalar's text, as Kubernetes reads a string; undefined for null and for collections. */
export function text(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? String(node.value) : undefined;
}

export function items(node: Node | undefined): readonly Node[] {
  return node?.kind === "seq" ? node.items : [];
}

export function entries(node: Node | undefined): readonly Entry[] {
  return node?.kind === "map" ? node.entries : [];
}

/** The entries of a map whose values are scalars, as texts. */
export function stringMap(node: Node | undefined): Map<string, string> {
  return new Map(
    entries(node).flatMap(({ key, value }) => {
      const string = text(value);
      return string === undefined ? [] : [[key, string] as const];
    }),
  );
}

/** The value as plain data, as `JSON.parse` would give it. */
export function toData(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "scalar") return typeof node.value === "bigint" ? Number(node.value) : node.value;
  if (node.kind === "seq") return node.items.map(toData);
  // A null prototype and own properties alone: a key named __proto__ is data like any other.
  const data: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) data[key] = toData(value);
  return data;
}

/** The text that a string scalar holds, with positions that lead back to the file. */
export function embeddedText(node: ScalarNode): Text {
  const value = node.value === null ? "" : String(node.value);
  const { start, end } = node.span;
  // A file that stands for a value is its own text.
  if (start === 0 && end === node.text.content.length && value === node.text.content) return node.text;
  const segments = scalarSegments(node.text.content, start, end, node.style, value);
  return node.text.embed(value, segments, node.style);
}
