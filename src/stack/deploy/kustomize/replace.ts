import {
  at,
  emptyMap,
  entry,
  items,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withEntry,
} from "../../../project/index.ts";
import { type Item, withRoot } from "./item.ts";
import { type Budget, stepsOfChange } from "./kustomization.ts";
import { type Selector, selecting } from "./select.ts";

/** No field path is longer than this many characters. */
const longestPath = 2000;

/** Copies values from one object into others, as `replacements` say. */
export function replaced(
  given: readonly Item[],
  replacements: readonly Node[],
  budget: Budget,
): readonly Item[] {
  let result = given;
  for (const replacement of replacements) {
    const value = sourceValue(result, replacement);
    if (value === undefined) continue;
    for (const target of items(at(replacement, "targets"))) {
      if (!budget.spend(result.length)) return result;
      const chosen = targetSelector(target);
      const paths = items(at(target, "fieldPaths")).flatMap((node) => text(node) ?? []);
      const into = (paths.length === 0 ? ["metadata.name"] : paths).map(fieldPath);
      const change = (old: Node | undefined): Node | undefined => joined(old, value, at(target, "options"));
      const create = text(at(target, "options", "create")) === "true";
      result = result.map((item) => {
        if (!chosen(item) || !budget.spend(into.length * stepsOfChange)) return item;
        const root = into.reduce<Node>((node, path) => setAt(node, path, create, change), item.resource.root);
        return root.kind === "map" ? withRoot(item, root) : item;
      });
    }
  }
  return result;
}

function targetSelector(target: Node): Selector {
  const select = at(target, "select");
  if (select === undefined) return () => false;
  const chosen = selecting(select);
  const rejected = items(at(target, "reject")).map(selecting);
  return (item) => chosen(item) && !rejected.some((reject) => reject(item));
}

function sourceValue(given: readonly Item[], replacement: Node): Node | undefined {
  const stated = at(replacement, "sourceValue");
  if (stated !== undefined) return stated;
  const source = at(replacement, "source");
  if (source === undefined) return undefined;
  const found = given.filter(selecting(source));
  // Of several kustomize does not choose, but stops.
  const root = found.length === 1 ? found[0]!.resource.root : undefined;
  const value = valueAt(root, fieldPath(text(at(source, "fieldPath")) ?? "metadata.name"));
  const delimiter = text(at(source, "options", "delimiter"));
  if (value === undefined || delimiter === undefined || delimiter === "") return value;
  const part = (text(value) ?? "").split(delimiter)[indexIn(at(source, "options"))];
  return part === undefined ? undefined : nodeAt(part, value);
}

function indexIn(options: Node | undefined): number {
  return Number(text(at(options, "index")) ?? 0);
}

/** The new value, or the old text with one of its parts put in its place, before it or after it. */
function joined(old: Node | undefined, value: Node, options: Node | undefined): Node | undefined {
  const delimiter = text(at(options, "delimiter"));
  if (delimiter === undefined || delimiter === "" || old?.kind !== "scalar") return value;
  const parts = (text(old) ?? "").split(delimiter);
  const index = indexIn(options);
  const part = text(value) ?? "";
  if (index < 0) parts.unshift(part);
  else if (index >= parts.length) parts.push(part);
  else parts[index] = part;
  return nodeAt(parts.join(delimiter), value);
}

/** The steps of `spec.containers.[name=falco].image`, `data.falco\.yaml`, `rules.0.host`, `items.*.name`, `args.-`. */
export function fieldPath(path: string): string[] {
  // What is in brackets is one step, whatever dots it has.
  const steps = path.slice(0, longestPath).match(/(?:\\.|\[[^\]]{0,1000}\]|[^.\\[])+/g) ?? [];
  return steps.map((step) => (step.startsWith("[") ? step : step.replaceAll("\\.", ".")));
}

/** The value at the steps of a {@link fieldPath}, of the first item where a step means several. */
export function valueAt(node: Node | undefined, [step, ...rest]: readonly string[]): Node | undefined {
  if (step === undefined || node === undefined) return node;
  if (node.kind === "map") return valueAt(entry(node, step)?.value, rest);
  if (node.kind !== "seq") return undefined;
  const index = indicesOf(node.items, step)[0];
  return index === undefined ? undefined : valueAt(node.items[index], rest);
}

/** The items that a step into a list means. */
function indicesOf(list: readonly Node[], step: string): number[] {
  const all = list.map((_, index) => index);
  if (step === "*") return all;
  const [, key, wanted] = /^\[([^=]*)=(.*)\]$/.exec(step) ?? [];
  if (key !== undefined)
    return all.filter((index) => text(key === "" ? list[index] : at(list[index], key)) === wanted);
  return /^\d+$/.test(step) && Number(step) < list.length ? [Number(step)] : [];
}

type Change = (old: Node | undefined) => Node | undefined;

function setAt(node: Node, [step, ...rest]: readonly string[], create: boolean, change: Change): Node {
  if (step === undefined) return change(node) ?? node;
  if (node.kind === "seq") {
    const chosen = new Set(indicesOf(node.items, step));
    const list = node.items.map((item, index) =>
      chosen.has(index) ? setAt(item, rest, create, change) : item,
    );
    const added = chosen.size === 0 && create ? newItem(node, step, rest, change) : undefined;
    return { ...node, items: added === undefined ? list : [...list, added] };
  }
  if (node.kind !== "map") return node;
  if (step === "*")
    return {
      ...node,
      entries: node.entries.map((item) => ({ ...item, value: setAt(item.value, rest, create, change) })),
    };
  const old = entry(node, step)?.value;
  if (old === undefined && !create) return node;
  const value = old === undefined ? created(node, rest, change) : setAt(old, rest, create, change);
  return value === undefined ? node : withEntry(node, step, value);
}

/** What a path makes where there is nothing. */
function created(location: Node, [step, ...rest]: readonly string[], change: Change): Node | undefined {
  if (step === undefined) return change(undefined);
  const base: Node =
    step === "-" || step.startsWith("[")
      ? { kind: "seq", text: location.text, span: location.span, items: [] }
      : emptyMap(location);
  return setAt(base, [step, ...rest], true, change);
}

function newItem(location: Node, step: string, rest: readonly string[], change: Change): Node | undefined {
  const [, key, wanted] = /^\[([^=]*)=(.*)\]$/.exec(step) ?? [];
  if (step !== "-" && key === undefined) return undefined;
  const made = created(location, rest, change);
  return key !== undefined && key !== "" && made?.kind === "map"
    ? withNamed(made, key, nodeAt(wanted, location))
    : made;
}

function withNamed(map: MapNode, key: string, value: Node): MapNode {
  return entry(map, key) === undefined ? withEntry(map, key, value) : map;
}
