import type { Location, Text } from "./source-text.ts";
import { type Entry, entry, type MapNode, type Node, type ScalarNode } from "./tree.ts";

/** Plain data as a node, all of it at the location that brings it in: an argument, an image with its defaults. */
export function nodeAt(value: unknown, location: Location): Node {
  const { text, span } = location;
  if (Array.isArray(value))
    return { kind: "seq", text, span, items: value.map((item) => nodeAt(item, location)) };
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => entryAt(key, nodeAt(item, location)));
    return { kind: "map", text, span, entries };
  }
  return {
    kind: "scalar",
    text,
    span,
    value: (value ?? null) as ScalarNode["value"],
    style: "plain",
  };
}

/** A file as the value of a key: its own text, with its own locations. */
export function wholeText(text: Text): ScalarNode {
  const { content } = text;
  return { kind: "scalar", text, span: { start: 0, end: content.length }, value: content, style: "literal" };
}

export function emptyMap(location: Location): MapNode {
  return { kind: "map", text: location.text, span: location.span, entries: [] };
}

export function entryAt(key: string, value: Node): Entry {
  return { key, keyLocation: value, value };
}

/** The map with one entry replaced or added; with `undefined`, without it. */
export function withEntry(map: MapNode, key: string, value: Node | undefined): MapNode {
  const old = entry(map, key);
  const others = map.entries.filter((candidate) => candidate.key !== key);
  if (value === undefined) return { ...map, entries: others };
  const replacement: Entry = { key, keyLocation: old?.keyLocation ?? value, value };
  if (old === undefined) return { ...map, entries: [...others, replacement] };
  return {
    ...map,
    entries: map.entries.flatMap((candidate) =>
      candidate === old ? [replacement] : candidate.key === key ? [] : [candidate],
    ),
  };
}

/** Many changes to the entries of one map. Of duplicate keys the last is kept. */
export class MapEditor {
  readonly #map: MapNode;
  readonly #entries: Map<string, Entry>;

  constructor(map: MapNode) {
    this.#map = map;
    this.#entries = new Map(map.entries.map((candidate) => [candidate.key, candidate]));
  }

  get(key: string): Node | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Replaces or adds an entry; with `undefined`, takes it away. */
  set(key: string, value: Node | undefined): this {
    if (value === undefined) this.#entries.delete(key);
    else this.#entries.set(key, { key, keyLocation: this.#entries.get(key)?.keyLocation ?? value, value });
    return this;
  }

  done(): MapNode {
    return { ...this.#map, entries: [...this.#entries.values()] };
  }
}

/** The node with the value at a path of keys and indices replaced; missing maps on the way are made. */
export function withValueAt(node: Node | undefined, path: readonly (string | number)[], value: Node): Node {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const items = node?.kind === "seq" ? [...node.items] : [];
    const index = Math.min(step, items.length);
    items[index] = withValueAt(items[index], rest, value);
    return { kind: "seq", text: node?.text ?? value.text, span: node?.span ?? value.span, items };
  }
  const map = node?.kind === "map" ? node : emptyMap(value);
  return withEntry(map, step, withValueAt(entry(map, step)?.value, rest, value));
}
