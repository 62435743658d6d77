import type { YamlNode } from "./yaml/parse.ts";

/** The maps that the engine holds against its schema of a rules file; lists of maps and maps are the same here. */
interface Shape {
  readonly [key: string]: Shape;
}

const item: Shape = {
  exceptions: {},
  override: {},
  required_plugin_versions: { alternatives: {} },
};
/** What the schema has as one map; all else is a list of maps. */
const single: ReadonlySet<string> = new Set(["override"]);

/**
 * The first key that is a list or a map, where the engine's schema looks at keys. What else the schema finds
 * wrong, the engine only logs, but it gives up on a file with such a key. An unquoted `{{ ... }}` of a template is one.
 */
export function unreadableKey(document: YamlNode): YamlNode | undefined {
  return document.kind === "sequence" ? firstOf(document.items, (node) => keyIn(node, item)) : undefined;
}

function keyIn(node: YamlNode, shape: Shape): YamlNode | undefined {
  if (node.kind !== "map") return undefined;
  const own = node.entries.find(({ key }) => key.kind === "sequence" || key.kind === "map");
  if (own !== undefined) return own.key;
  return firstOf(Object.entries(shape), ([name, inner]) => {
    const value = node.entries.find(({ key }) => key.kind === "scalar" && key.value === name)?.value;
    if (value === undefined) return undefined;
    if (single.has(name)) return keyIn(value, inner);
    return value.kind === "sequence" ? firstOf(value.items, (entry) => keyIn(entry, inner)) : undefined;
  });
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
