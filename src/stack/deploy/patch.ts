import {
  at,
  emptyMap,
  entries,
  entry,
  items,
  MapEditor,
  type MapNode,
  type Node,
  type SeqNode,
  text,
  toData,
  withEntry,
} from "../../project/index.ts";

/** Keys by which Kubernetes tells the items of a list apart when it merges a patch. */
const mergeKeys: Readonly<Record<string, readonly string[]>> = {
  containers: ["name"],
  initContainers: ["name"],
  ephemeralContainers: ["name"],
  volumes: ["name"],
  env: ["name"],
  volumeMounts: ["mountPath"],
  ports: ["containerPort", "port"],
  imagePullSecrets: ["name"],
  hostAliases: ["ip"],
};

/**
 * A strategic merge: maps are merged, lists of known kinds item by item, other lists replaced; null and
 * `$patch: delete` take things away.
 *
 * @param mergesLists whether Kubernetes knows what the lists are, as it does for its own kinds alone
 */
export function mergePatch(target: MapNode, patch: MapNode, mergesLists = true): MapNode {
  const merged = new MapEditor(target);
  for (const { key, value } of patch.entries) {
    if (key !== "$patch") merged.set(key, mergedValue(key, merged.get(key), value, mergesLists));
  }
  return merged.done();
}

/** The value of one key after the merge; undefined where the patch takes it away. */
function mergedValue(
  key: string,
  old: Node | undefined,
  value: Node,
  mergesLists: boolean,
): Node | undefined {
  if (value.kind === "scalar" && value.value === null) return undefined;
  if (value.kind === "map") {
    if (isDirective(value, "delete")) return undefined;
    if (isDirective(value, "replace")) return withEntry(value, "$patch", undefined);
    return mergePatch(old?.kind === "map" ? old : emptyMap(value), value, mergesLists);
  }
  const listKeys = mergesLists && Object.hasOwn(mergeKeys, key) ? mergeKeys[key] : undefined;
  return value.kind === "seq" && old?.kind === "seq" && listKeys !== undefined
    ? mergeLists(old, value, listKeys)
    : value;
}

function isDirective(node: Node, directive: string): boolean {
  return node.kind === "map" && text(at(node, "$patch")) === directive;
}

function mergeLists(old: SeqNode, patch: SeqNode, keys: readonly string[]): SeqNode {
  if (patch.items.some((item) => isDirective(item, "replace")))
    return { ...patch, items: patch.items.filter((item) => !isDirective(item, "replace")) };
  const left = new Map(old.items.map((item, index) => [identity(item, keys) ?? index, item]));
  const first = patch.items.flatMap((item) => {
    const own = identity(item, keys);
    const found = own === undefined ? undefined : left.get(own);
    if (own !== undefined) left.delete(own);
    if (isDirective(item, "delete")) return [];
    return found?.kind === "map" && item.kind === "map" ? [mergePatch(found, item)] : [item];
  });
  // What the patch names goes first, in its order.
  return { ...old, items: [...first, ...left.values()] };
}

/** What tells an item of a list from the others. */
function identity(item: Node, keys: readonly string[]): string | undefined {
  const key = keys.find((candidate) => at(item, candidate) !== undefined);
  return key === undefined ? undefined : `${key} ${text(at(item, key))}`;
}

/** A JSON patch (RFC 6902). An operation that does not apply leaves the target as it is. */
function jsonPatch(target: MapNode, operations: Node): MapNode {
  let patched: Node = target;
  for (const operation of items(operations)) {
    const next = operated(patched, operation);
    // A failed test makes kustomize stop, so no operation of the patch counts.
    if (next === undefined) return target;
    patched = next;
  }
  return patched.kind === "map" ? patched : target;
}

/** The node after one operation; undefined after a test that fails. */
function operated(node: Node, operation: Node): Node | undefined {
  const path = pointer(text(at(operation, "path")));
  if (path === undefined) return node;
  const value = at(operation, "value");
  const name = text(at(operation, "op"));
  switch (name) {
    case "add":
      return value === undefined ? node : change(node, path, { insert: value });
    case "replace":
      return value === undefined ? node : change(node, path, { replace: value });
    case "remove":
      return change(node, path, "remove");
    case "copy":
    case "move": {
      const from = pointer(text(at(operation, "from")));
      const moved = from && at(node, ...steps(node, from));
      if (from === undefined || moved === undefined) return node;
      return change(name === "move" ? change(node, from, "remove") : node, path, { insert: moved });
    }
    case "test": {
      const actual = at(node, ...steps(node, path));
      return JSON.stringify(toData(actual)) === JSON.stringify(toData(value)) ? node : undefined;
    }
    default:
      return node;
  }
}

function pointer(path: string | undefined): string[] | undefined {
  if (path === undefined || !path.startsWith("/")) return undefined;
  return path
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Steps of a pointer with numbers where they go into lists. */
function steps(root: Node, path: readonly string[]): (string | number)[] {
  const result: (string | number)[] = [];
  let node: Node | undefined = root;
  for (const step of path) {
    const own: string | number = node?.kind === "seq" ? Number(step) : step;
    result.push(own);
    node = at(node, own);
  }
  return result;
}

type Change = { readonly insert: Node } | { readonly replace: Node } | "remove";

function change(node: Node, [step, ...rest]: readonly string[], what: Change): Node {
  if (step === undefined) return node;
  if (node.kind === "map") return changeInMap(node, step, rest, what);
  return node.kind === "seq" ? changeInList(node, step, rest, what) : node;
}

function changeInMap(map: MapNode, step: string, rest: readonly string[], what: Change): Node {
  const old = entry(map, step)?.value;
  if (rest.length > 0) return old === undefined ? map : withEntry(map, step, change(old, rest, what));
  if (what === "remove") return withEntry(map, step, undefined);
  // kustomize's library adds what there is not to replace, unlike RFC 6902.
  return withEntry(map, step, "insert" in what ? what.insert : what.replace);
}

/** `-` is the position behind the last item. */
function changeInList(list: SeqNode, step: string, rest: readonly string[], what: Change): Node {
  const index = step === "-" ? list.items.length : Number(step);
  if (!Number.isInteger(index) || index < 0 || index > list.items.length) return list;
  const changed = [...list.items];
  const old = changed[index];
  if (rest.length > 0) {
    if (old !== undefined) changed[index] = change(old, rest, what);
  } else if (what === "remove") changed.splice(index, 1);
  else if ("insert" in what) changed.splice(index, 0, what.insert);
  else if (old !== undefined) changed[index] = what.replace;
  return { ...list, items: changed };
}

/** Applies a patch of either kind. */
export function applyPatch(target: MapNode, patch: Node, mergesLists: boolean): MapNode {
  if (patch.kind === "seq") return jsonPatch(target, patch);
  return patch.kind === "map" && entries(patch).length > 0 ? mergePatch(target, patch, mergesLists) : target;
}
