import { at, items, type MapNode, type Node, nodeAt, text } from "../../../project/index.ts";
import { changeAt } from "./field-path.ts";
import { type Item, idsOf, isBuiltIn, withRoot } from "./item.ts";

/** New names by kind and by any name that an object had, where that means one object alone. */
type Names = ReadonlyMap<string, string>;

/** A field of the objects of a kind, or of any. */
export interface FieldSpec {
  readonly kind: string | undefined;
  readonly path: readonly string[];
}

/** A field of a kind that holds the name of an object of another kind. */
export interface NameReference {
  /** The kind that is named. */
  readonly kind: string;
  readonly fields: readonly FieldSpec[];
}

/** The references of a `configurations` file. */
export function nameReferences(document: Node): NameReference[] {
  return items(at(document, "nameReference")).map((node) => ({
    kind: text(at(node, "kind")) ?? "",
    fields: items(at(node, "fieldSpecs")).map(fieldSpec),
  }));
}

/** A field as `configurations` files write it. */
export function fieldSpec(node: Node): FieldSpec {
  return {
    kind: text(at(node, "kind")),
    path: (text(at(node, "path")) ?? "").split("/").filter((step) => step !== ""),
  };
}

/** Lets references follow the objects that were renamed. */
export function referring(given: readonly Item[], more: readonly NameReference[]): readonly Item[] {
  const names = newNames(given);
  if (names.size === 0) return given;
  return given.map((item) => {
    const { resource } = item;
    const root = isBuiltIn(resource) ? followed(resource.root, names, "") : resource.root;
    const own = more.flatMap(({ kind, fields }) =>
      fields.flatMap(({ kind: holder, path }) =>
        holder === undefined || holder === resource.kind ? [{ kind, path }] : [],
      ),
    );
    return withRoot(
      item,
      own.reduce<MapNode>((node, { kind, path }) => followedAt(node, path, kind, names), root as MapNode),
    );
  });
}

function newNames(given: readonly Item[]): Names {
  const current = new Set(given.map(({ resource }) => `${resource.kind}/${resource.name}`));
  const names = new Map<string, string | undefined>();
  for (const item of given) {
    const { kind, name } = item.resource;
    for (const former of new Set(idsOf(item).map((id) => `${kind}/${id.name}`))) {
      if (current.has(former)) continue;
      const other = names.get(former);
      names.set(former, names.has(former) && other !== name ? undefined : name);
    }
  }
  return new Map([...names].flatMap(([key, name]) => (name === undefined ? [] : [[key, name] as const])));
}

/** A path of a field specification goes through lists without saying so. */
function followedAt(node: MapNode, path: readonly string[], kind: string, names: Names): MapNode {
  const steps = path.map((step, index) => {
    const value = at(node, ...path.slice(0, index + 1));
    return value?.kind === "seq" && !step.endsWith("[]") ? `${step}[]` : step;
  });
  return changeAt(node, steps, false, (value) => value && renamedTo(value, kind, names));
}

function renamedTo(value: Node, kind: string, names: Names): Node {
  const name = names.get(`${kind}/${text(value)}`);
  return name === undefined ? value : nodeAt(name, value);
}

/** Kinds that a key refers to, by the key above `name`. */
const kindsAbove: Readonly<Record<string, string>> = {
  configMap: "ConfigMap",
  configMapRef: "ConfigMap",
  configMapKeyRef: "ConfigMap",
  imagePullSecrets: "Secret",
  secret: "Secret",
  secretRef: "Secret",
  secretKeyRef: "Secret",
  service: "Service",
};

/** Kinds that a key names itself. */
const kindsOfKeys: Readonly<Record<string, string>> = {
  claimName: "PersistentVolumeClaim",
  priorityClassName: "PriorityClass",
  secretName: "Secret",
  serviceAccountName: "ServiceAccount",
  serviceName: "Service",
  storageClassName: "StorageClass",
};

/** Keys whose value says the kind beside the name. */
const typedReferences = new Set(["roleRef", "scaleTargetRef", "subjects"]);

function followed(node: Node, names: Names, above: string): Node {
  if (node.kind === "scalar") return node;
  if (node.kind === "seq") {
    const list = node.items.map((item) => followed(item, names, above));
    return list.every((item, index) => item === node.items[index]) ? node : { ...node, items: list };
  }
  const kind = typedReferences.has(above)
    ? text(at(node, "kind"))
    : Object.hasOwn(kindsAbove, above)
      ? kindsAbove[above]
      : undefined;
  const changed = node.entries.map((item) => {
    const target =
      item.key === "name" ? kind : Object.hasOwn(kindsOfKeys, item.key) ? kindsOfKeys[item.key] : undefined;
    const value =
      target === undefined || item.value.kind !== "scalar"
        ? followed(item.value, names, item.key)
        : renamedTo(item.value, target, names);
    return value === item.value ? item : { ...item, value };
  });
  return changed.every((item, index) => item === node.entries[index]) ? node : { ...node, entries: changed };
}
