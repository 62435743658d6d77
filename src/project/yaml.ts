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
import { octalValue } from "./plain-scalar.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import type { ScalarStyle } from "./scalar.ts";
import type { Span, Text } from "./source-text.ts";
import type { Entry, MapNode, Node, ScalarNode, SeqNode, YamlDocument, YamlError } from "./tree.ts";

/** More nodes than this after expanding aliases is an attack, not a manifest. */
const maxExpandedNodes = 1_000_000;

/**
 * Parses all documents of a text. Never throws: what is wrong with the text is in `errors`, a document that
 * nests too deep or expands too far among it.
 */
export function parseYaml(text: Text): YamlDocument[] {
  return readPlainYaml(text) ?? readAnyYaml(text);
}

/** Like {@link parseYaml}, for any text, by the `yaml` package. */
export function readAnyYaml(text: Text): YamlDocument[] {
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
    return this.#measured({ kind: "map", text: this.#text, span: this.#collection(source), entries }, size);
  }

  #seq(source: YAMLSeq): SeqNode {
    const items = source.items.map((item) => this.#node(item));
    const size = items.reduce((sum, item) => sum + this.#size(item), 1);
    return this.#measured({ kind: "seq", text: this.#text, span: this.#collection(source), items }, size);
  }

  #scalar(source: unknown): ScalarNode {
    if (!isScalar(source)) return this.#scalarAt({ start: 0, end: 0 }, null, "plain");
    const { value: read, type, source: written, tag } = source as Scalar;
    const octal =
      type === "PLAIN" && tag === undefined && written !== undefined ? octalValue(written) : undefined;
    const value = octal ?? read;
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

  /** Behind a comment the library counts the indentation of the next line in. */
  #collection(source: YAMLMap | YAMLSeq): Span {
    const { start, end } = this.#span(source);
    const { content } = this.#text;
    if (end === content.length) return { start, end };
    const line = content.lastIndexOf("\n", end - 1) + 1;
    return { start, end: line > start && /^ *$/.test(content.slice(line, end)) ? line : end };
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
