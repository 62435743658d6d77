import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type ScalarStyle, scalarSegments } from "./scalar.ts";
import type { Location, Span, Text } from "./source-text.ts";

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

/** More nodes than this after expanding aliases is an attack, not a manifest. */
const maxExpandedNodes = 1_000_000;

/**
 * Parses all documents of a text. Never throws: what is wrong with the text is in `errors`, a document that
 * nests too deep or expands too far among it.
 */
export function parseYaml(text: Text): YamlDocument[] {
  let documents: Document.Parsed[];
  try {
    const parsed = parseAllDocuments(text.content, {
      uniqueKeys: false,
      merge: false,
      logLevel: "silent",
      prettyErrors: false,
    });
    documents = Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    return [{ text, root: undefined, errors: [whole(text, unreadable(error))], warnings: [] }];
  }
  return documents.map((document) => readDocument(text, document));
}

function readDocument(text: Text, document: Document.Parsed): YamlDocument {
  const location = (error: { message: string; pos: [number, number] }): YamlError => ({
    text,
    span: { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]) },
    message: error.message,
  });
  const errors = document.errors.map(location);
  const warnings = document.warnings.map(location);
  let root: Node | undefined;
  if (document.contents !== null) {
    try {
      root = new Builder(text, document).build();
    } catch (error) {
      errors.push(whole(text, unreadable(error)));
    }
  }
  return { text, root, errors, warnings };
}

function unreadable(error: unknown): string {
  if (error instanceof RangeError) return "The document nests too deep to be read.";
  return error instanceof Error ? error.message : String(error);
}

function whole(text: Text, message: string): YamlError {
  return { text, span: { start: 0, end: Math.min(1, text.content.length) }, message };
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single-quoted",
  QUOTE_DOUBLE: "double-quoted",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

class Builder {
  readonly #text: Text;
  readonly #document: Document.Parsed;
  /** Nodes by anchor so far: an alias means the last node with that anchor before it. */
  readonly #anchors = new Map<string, Node>();
  /** Nodes below each collection, with aliases expanded. */
  readonly #sizes = new WeakMap<Node, number>();

  constructor(text: Text, document: Document.Parsed) {
    this.#text = text;
    this.#document = document;
  }

  build(): Node {
    return this.#node(this.#document.contents);
  }

  #node(source: unknown): Node {
    if (isAlias(source)) {
      const target = this.#anchors.get(source.source);
      if (target === undefined) return this.#scalarAt(this.#span(source), null, "plain");
      return target;
    }
    const node = isMap(source) ? this.#map(source) : isSeq(source) ? this.#seq(source) : this.#scalar(source);
    const anchor = (source as { anchor?: string } | null)?.anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    return node;
  }

  #map(source: YAMLMap): MapNode {
    const entries: Entry[] = [];
    let size = 1;
    for (const pair of source.items) {
      const key = this.#node(pair.key);
      const value =
        pair.value === null || pair.value === undefined
          ? this.#scalarAt({ start: key.span.end, end: key.span.end }, null, "plain")
          : this.#node(pair.value);
      size += this.#size(value) + 1;
      const name =
        key.kind === "scalar" ? String(key.value) : this.#text.content.slice(key.span.start, key.span.end);
      if (name === "<<" && value.kind !== "scalar") entries.push(...merged(value, source));
      else entries.push({ key: name, keyLocation: { text: this.#text, span: key.span }, value });
    }
    return this.#measured({ kind: "map", text: this.#text, span: this.#span(source), entries }, size);
  }

  #seq(source: YAMLSeq): SeqNode {
    const items = source.items.map((item) => this.#node(item));
    const size = items.reduce((sum, item) => sum + this.#size(item), 1);
    return this.#measured({ kind: "seq", text: this.#text, span: this.#span(source), items }, size);
  }

  #scalar(source: unknown): ScalarNode {
    if (!isScalar(source)) return this.#scalarAt({ start: 0, end: 0 }, null, "plain");
    const { value, type } = source as Scalar;
    const known = value === null || ["string", "number", "bigint", "boolean"].includes(typeof value);
    return this.#scalarAt(
      this.#span(source),
      known ? (value as ScalarNode["value"]) : String(value),
      styles[type ?? "PLAIN"] ?? "plain",
    );
  }

  #scalarAt(span: Span, value: ScalarNode["value"], style: ScalarStyle): ScalarNode {
    return { kind: "scalar", text: this.#text, span, value, style };
  }

  #size(node: Node): number {
    return this.#sizes.get(node) ?? 1;
  }

  #measured<N extends MapNode | SeqNode>(node: N, size: number): N {
    if (size > maxExpandedNodes) throw new Error("The document's aliases expand to too many values.");
    this.#sizes.set(node, size);
    return node;
  }

  #span(source: { range?: [number, number, number] | null | undefined }): Span {
    const range = source.range;
    return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
  }
}

/** The entries that `<<` brings: those of the maps it names, unless the map has the key itself. */
function merged(value: MapNode | SeqNode, into: YAMLMap): Entry[] {
  const own = new Set(into.items.map(({ key }) => (isScalar(key) ? String(key.value) : undefined)));
  const entries: Entry[] = [];
  for (const map of value.kind === "seq" ? value.items : [value]) {
    if (map.kind !== "map") continue;
    for (const entry of map.entries) {
      if (own.has(entry.key)) continue;
      own.add(entry.key);
      entries.push(entry);
    }
  }
  return entries;
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
