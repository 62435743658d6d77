import {
  at,
  entries,
  entry,
  items,
  type MapNode,
  type Node,
  type SeqNode,
  text,
  toData,
} from "../project/yaml.ts";
import { withEntry } from "./nodes.ts";

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
 */
export function mergePatch(target: MapNode, patch: MapNode): MapNode {
  let merged = target;
  for (const { key, value } of patch.entries) {
    if (key === "$patch") continue;
    const old = entry(merged, key)?.value;
    if (value.kind === "scalar" && value.value === null) merged = withEntry(merged, key, undefined);
    else if (isDirective(value, "delete")) merged = withEntry(merged, key, undefined);
    else if (value.kind === "map" && isDirective(value, "replace"))
      merged = withEntry(merged, key, withEntry(value, "$patch", undefined));
    else if (value.kind === "map" && old?.kind === "map")
      merged = withEntry(merged, key, mergePatch(old, value));
    else if (value.kind === "seq" && old?.kind === "seq" && Object.hasOwn(mergeKeys, key))
      merged = withEntry(merged, key, mergeLists(old, value, mergeKeys[key]!));
    else merged = withEntry(merged, key, value);
  }
  return merged;
}

function isDirective(node: Node, directive: string): boolean {
  return node.kind === "map" && text(at(node, "$patch")) === directive;
}

function mergeLists(old: SeqNode, patch: SeqNode, keys: readonly string[]): SeqNode {
  let merged = [...old.items];
  const added: Node[] = [];
  for (const item of patch.items) {
    const key = keys.find((candidate) => at(item, candidate) !== undefined);
    const value = key === undefined ? undefined : text(at(item, key));
    const index = merged.findIndex((other) => key !== undefined && text(at(other, key)) === value);
    const found = merged[index];
    if (isDirective(item, "delete")) merged = merged.filter((_, i) => i !== index);
    else if (found?.kind === "map" && item.kind === "map") merged[index] = mergePatch(found, item);
    else added.push(item);
  }
  // kubectl and kustomize put new items first.
  return { ...old, items: [...added, ...merged] };
}

/** A JSON patch (RFC 6902). An operation that does not apply leaves the target as it is. */
function jsonPatch(target: MapNode, operations: Node): MapNode {
  let patched: Node = target;
  for (const operation of items(operations)) {
    const path = pointer(text(at(operation, "path")));
    if (path === undefined) continue;
    const value = at(operation, "value");
    switch (text(at(operation, "op"))) {
      case "add":
        if (value !== undefined) patched = change(patched, path, { insert: value });
        break;
      case "replace":
        if (value !== undefined) patched = change(patched, path, { replace: value });
        break;
      case "remove":
        patched = change(patched, path, "remove");
        break;
      case "copy":
      case "move": {
        const from = pointer(text(at(operation, "from")));
        const moved = from === undefined ? undefined : at(patched, ...steps(patched, from));
        if (from === undefined || moved === undefined) break;
        if (text(at(operation, "op")) === "move") patched = change(patched, from, "remove");
        patched = change(patched, path, { insert: moved });
        break;
      }
      case "test": {
        const actual = at(patched, ...steps(patched, path));
        // A failed test makes kustomize stop, so nothing of the patch counts.
        if (JSON.stringify(toData(actual)) !== JSON.stringify(toData(value))) return target;
        break;
      }
    }
  }
  return patched.kind === "map" ? patched : target;
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

function change(node: Node, path: readonly string[], what: Change): Node {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  if (node.kind === "map") {
    const old = entry(node, step)?.value;
    if (rest.length > 0) return old === undefined ? node : withEntry(node, step, change(old, rest, what));
    if (what === "remove") return withEntry(node, step, undefined);
    if ("replace" in what && old === undefined) return node;
    return withEntry(node, step, "replace" in what ? what.replace : what.insert);
  }
  if (node.kind !== "seq") return node;
  const index = step === "-" ? node.items.length : Number(step);
  if (!Number.isInteger(index) || index < 0 || index > node.items.length) return node;
  const list = [...node.items];
  const old = list[index];
  if (rest.length > 0) {
    if (old !== undefined) list[index] = change(old, rest, what);
  } else if (what === "remove") list.splice(index, 1);
  else if ("insert" in what) list.splice(index, 0, what.insert);
  else if (old !== undefined) list[index] = what.replace;
  return { ...node, items: list };
}

/** Applies a patch of either kind. */
export function applyPatch(target: MapNode, patch: Node): MapNode {
  if (patch.kind === "seq") return jsonPatch(target, patch);
  return patch.kind === "map" && entries(patch).length > 0 ? mergePatch(target, patch) : target;
}
