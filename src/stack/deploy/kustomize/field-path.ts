import { emptyMap, entry, type MapNode, type Node, withEntry } from "../../../project/index.ts";

/**
 * Changes the values at a path of keys; `[]` after a key goes into each item of a list. What the path lacks is
 * made if `create`, and otherwise left alone.
 */
export function changeAt(
  node: MapNode,
  path: readonly string[],
  create: boolean,
  change: (value: Node | undefined) => Node | undefined,
): MapNode {
  const [step = "", ...rest] = path;
  const key = step.replace(/\[\]$/, "");
  const old = entry(node, key)?.value;
  if (rest.length === 0) {
    if (old === undefined && !create) return node;
    const changed = change(old);
    return changed === undefined || changed === old ? node : withEntry(node, key, changed);
  }
  if (key !== step) {
    if (old?.kind !== "seq") return node;
    const items = old.items.map((item) =>
      item.kind === "map" ? changeAt(item, rest, create, change) : item,
    );
    return items.every((item, index) => item === old.items[index])
      ? node
      : withEntry(node, key, { ...old, items });
  }
  const isEmpty = old === undefined || (old.kind === "scalar" && old.value === null);
  if (isEmpty ? !create : old.kind !== "map") return node;
  const inner = old?.kind === "map" ? old : emptyMap(node);
  const changed = changeAt(inner, rest, create, change);
  return changed === inner ? node : withEntry(node, key, changed);
}
