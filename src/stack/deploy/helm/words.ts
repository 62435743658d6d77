import type { Entry, MapNode, Node } from "../../../project/index.ts";

/** Words that YAML 1.1 takes for booleans, as Helm's reader does (go-yaml 2). */
const words: ReadonlyMap<string, boolean> = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF"].map((word) => [word, false] as const),
]);

/** Values with the booleans that Helm reads in them, also among their keys. */
export function asHelmReads(values: MapNode): MapNode {
  return read(values) as MapNode;
}

function read(node: Node): Node {
  switch (node.kind) {
    case "map": {
      const changed = node.entries.map(readEntry);
      return changed.every((entry, index) => entry === node.entries[index])
        ? node
        : { ...node, entries: changed };
    }
    case "seq": {
      const changed = node.items.map(read);
      return changed.every((item, index) => item === node.items[index]) ? node : { ...node, items: changed };
    }
    case "scalar": {
      const word = typeof node.value === "string" ? words.get(node.value) : undefined;
      return word !== undefined && isBare(node, String(node.value)) ? { ...node, value: word } : node;
    }
    default:
      return node;
  }
}

function readEntry(entry: Entry): Entry {
  const value = read(entry.value);
  const word = words.get(entry.key);
  const key = word !== undefined && isBare(entry.keyLocation, entry.key) ? String(word) : entry.key;
  return value === entry.value && key === entry.key ? entry : { ...entry, key, value };
}

/** Whether the word stands there as it is, without quotes. */
function isBare({ text, span }: Pick<Node, "text" | "span">, word: string): boolean {
  return text.content.slice(span.start, span.end) === word;
}
