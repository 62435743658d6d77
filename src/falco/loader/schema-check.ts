import type { YamlNode } from "../yaml/index.ts";

/** The maps that the engine checks against its schema of a rules file; lists of maps and maps are the same here. */
interface Shape {
  readonly [key: string]: Shape;
}

const item: Shape = {
  exceptions: {},
  override: {},
  required_plugin_versions: { alternatives: {} },
};
/** The keys with one map in the schema; all others have a list of maps. */
const single: ReadonlySet<string> = new Set(["override"]);

/** The node at which the engine's check against its schema stops. */
export interface SchemaFailure {
  readonly node: YamlNode;
  readonly message: string;
}

/**
 * Finds the first node at which the engine's check of a document against its schema stops: a key that is a list or a
 * map, such as an unquoted `{{ ... }}` of a template, or an empty list in place of a map, which ends Falco. The
 * engine only logs other violations.
 */
export function schemaFailure(document: YamlNode): SchemaFailure | undefined {
  return document.kind === "sequence" ? firstOf(document.items, (node) => failureIn(node, item)) : undefined;
}

function failureIn(node: YamlNode, shape: Shape): SchemaFailure | undefined {
  if (node.kind === "sequence" && node.items.length === 0)
    return { node, message: "an empty list is not a map; write the keys of the map, or delete it" };
  if (node.kind !== "map") return undefined;
  const key = node.entries
    .map((entry) => entry.key)
    .find(({ kind }) => kind === "sequence" || kind === "map");
  if (key !== undefined)
    return {
      node: key,
      message: "a key is a text, not a list or a map; render a template's `{{ ... }}` before, or quote it",
    };
  return firstOf(Object.entries(shape), ([name, inner]) => {
    const value = node.entries.find(
      (entry) => entry.key.kind === "scalar" && entry.key.value === name,
    )?.value;
    if (value === undefined) return undefined;
    if (single.has(name)) return failureIn(value, inner);
    return value.kind === "sequence" ? firstOf(value.items, (entry) => failureIn(entry, inner)) : undefined;
  });
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
