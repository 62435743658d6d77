import {
  at,
  items,
  type MapNode,
  type Node,
  nodeAt,
  type ScalarNode,
  text,
  toData,
} from "../../../project/index.ts";
import { withText } from "../text-node.ts";
import type { OwnGap } from "./gaps.ts";
import { groupOf, type Item, idsOf, withRoot } from "./item.ts";
import { type Budget, type Kustomization, stepsOfChange } from "./kustomization.ts";
import type { FieldSpec } from "./references.ts";
import { fieldPath, valueAt } from "./replace.ts";

interface Marked {
  readonly items: readonly Item[];
  /** Variables without a value. */
  readonly gaps: readonly OwnGap[];
}

/** The names of the `vars` of a kustomization and of what it builds on; kustomize refuses one that means two things. */
export class VariableNames {
  readonly #nodes = new Map<string, Node>();
  readonly #twice: OwnGap[] = [];
  #isRefused = false;

  /** Whether kustomize makes nothing of them, here or in what it builds on. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Those that are declared again here. */
  get twice(): readonly OwnGap[] {
    return this.#twice;
  }

  /** Of what the kustomization builds on, where several may hold the same declaration. */
  merge(other: VariableNames): void {
    this.#isRefused ||= other.#isRefused;
    for (const [name, node] of other.#nodes) {
      const known = this.#nodes.get(name);
      if (known !== undefined && JSON.stringify(toData(known)) !== JSON.stringify(toData(node)))
        this.#refuse(name, node);
      else this.#nodes.set(name, node);
    }
  }

  /** Those of the kustomization itself. */
  declare({ root }: Kustomization): void {
    for (const node of items(at(root, "vars"))) {
      const name = text(at(node, "name")) ?? "";
      if (this.#nodes.has(name)) this.#refuse(name, node);
      else this.#nodes.set(name, node);
    }
  }

  #refuse(name: string, node: Node): void {
    this.#isRefused = true;
    this.#twice.push({ kind: "twice", name, node });
  }
}

/** Marks the objects from which the `vars` of a kustomization take their values when all is built. */
export function withVariables({ root }: Kustomization, given: readonly Item[], budget: Budget): Marked {
  const gaps: OwnGap[] = [];
  let result = given;
  for (const [index, node] of items(at(root, "vars")).entries()) {
    if (!budget.spend(result.length + index)) break;
    const name = text(at(node, "name")) ?? "";
    const path = pathOf(text(at(node, "fieldref", "fieldPath")) ?? "metadata.name");
    const isMeant = meaning(at(node, "objref"));
    const found = result.filter(isMeant);
    if (found.length !== 1) gaps.push({ kind: "variable", name, node });
    else
      result = result.map((item) =>
        item === found[0] ? { ...item, variables: [...(item.variables ?? []), { name, path, node }] } : item,
      );
  }
  return { items: result, gaps };
}

/** `containers[0].image` means what `containers.0.image` does, `annotations.[a.b/c]` one key. */
function pathOf(path: string): string[] {
  return fieldPath(path.replaceAll(/\.?\[(\d+)\]/g, ".$1")).map((step) =>
    step.replace(/^\[([^=]*)\]$/, "$1"),
  );
}

/** The object of that kind and name, now or before; in any namespace where none is named. */
function meaning(reference: Node | undefined): (item: Item) => boolean {
  const field = (key: string) => text(at(reference, key)) ?? "";
  const given = field("apiVersion");
  const [group, version] =
    given === "" ? [field("group"), field("version")] : [groupOf(given), given.slice(given.indexOf("/") + 1)];
  const [kind, name, namespace] = [field("kind"), field("name"), field("namespace")];
  return (item) =>
    item.resource.apiVersion === (group === "" ? version : `${group}/${version}`) &&
    idsOf(item).some(
      (id) =>
        id.kind === kind &&
        id.name === name &&
        (namespace === "" || (id.namespace ?? "default") === namespace),
    );
}

const podFields = ["initContainers", "containers"].flatMap((list) =>
  ["args", "command", "env/value", "volumeMounts/mountPath"].map((field) => `${list}/${field}`),
);
const ofPods = (kind: string, spec: string): FieldSpec[] =>
  [...podFields, "volumes/nfs/server"].map((field) => ({
    kind,
    path: [...spec.split("/"), ...field.split("/")],
  }));
const ofKind = (kind: string | undefined, ...paths: readonly string[]): FieldSpec[] =>
  paths.map((path) => ({ kind, path: path.split("/") }));

/** The fields into which kustomize fills `vars` without being asked: its default `varReference`. */
const defaultFields: readonly FieldSpec[] = [
  ...["DaemonSet", "Deployment", "Job", "ReplicaSet", "StatefulSet"].flatMap((kind) =>
    ofPods(kind, "spec/template/spec"),
  ),
  ...ofPods("CronJob", "spec/jobTemplate/spec/template/spec"),
  ...ofPods("Pod", "spec"),
  ...ofKind("Deployment", "spec/template/metadata/annotations"),
  ...ofKind("Ingress", "spec/rules/host", "spec/tls/hosts", "spec/tls/secretName"),
  ...ofKind("Service", "spec/ports/port", "spec/ports/targetPort"),
  ...ofKind("PersistentVolume", "spec/nfs/server"),
  ...ofKind(undefined, "metadata/labels", "metadata/annotations"),
];

type Value = string | number | bigint | boolean;
type Values = ReadonlyMap<string, Value>;

/** Fills the values of all `vars` into `$(NAME)`, as kustomize does last of all. */
export function filled(given: readonly Item[], more: readonly FieldSpec[], budget: Budget): Marked {
  const { values, gaps } = valuesOf(given);
  if (values.size === 0) return { items: given, gaps };
  const all = [...defaultFields, ...more];
  const result = given.map((item) => {
    const own = all.filter(({ kind }) => kind === undefined || kind === item.resource.kind);
    if (!budget.spend(own.length * stepsOfChange)) return item;
    const change = (node: Node): Node => filledField(node, values, budget);
    return withRoot(
      item,
      own.reduce<MapNode>((root, { path }) => changedAt(root, path, change) as MapNode, item.resource.root),
    );
  });
  return { items: result, gaps };
}

function valuesOf(given: readonly Item[]): { readonly values: Values; readonly gaps: readonly OwnGap[] } {
  const values = new Map<string, Value>();
  const gaps: OwnGap[] = [];
  for (const { resource, variables = [] } of given) {
    for (const { name, path, node } of variables) {
      const value = valueAt(resource.root, path);
      if (value?.kind !== "scalar" || value.value === null) gaps.push({ kind: "variable", name, node });
      else if (!values.has(name)) values.set(name, value.value);
    }
  }
  return { values, gaps };
}

/** Changes the values at a path, which goes through lists without saying so. */
function changedAt(node: Node, path: readonly string[], change: (value: Node) => Node): Node {
  const [step, ...rest] = path;
  if (step === undefined) return change(node);
  if (node.kind === "seq") return changedItems(node, (item) => changedAt(item, path, change));
  if (node.kind !== "map") return node;
  return changedEntries(node, (value, key) => (key === step ? changedAt(value, rest, change) : value));
}

/** Of a list or map that is named as a field, the texts in it are filled. */
function filledField(node: Node, values: Values, budget: Budget): Node {
  const change = (value: Node): Node =>
    value.kind === "scalar" ? filledScalar(value, values, budget) : value;
  if (node.kind === "seq") return changedItems(node, change);
  return node.kind === "map" ? changedEntries(node, change) : change(node);
}

function changedItems(node: Node & { kind: "seq" }, change: (item: Node) => Node): Node {
  const list = node.items.map(change);
  return list.every((item, index) => item === node.items[index]) ? node : { ...node, items: list };
}

function changedEntries(node: MapNode, change: (value: Node, key: string) => Node): Node {
  const changed = node.entries.map((entry) => {
    const value = change(entry.value, entry.key);
    return value === entry.value ? entry : { ...entry, value };
  });
  return changed.every((entry, index) => entry === node.entries[index])
    ? node
    : { ...node, entries: changed };
}

/** `$(NAME)` alone becomes the value with its type; `$$` is how a single `$` is written. */
function filledScalar(node: ScalarNode, values: Values, budget: Budget): Node {
  const { value } = node;
  if (typeof value !== "string" || !value.includes("$")) return node;
  const alone = /^\$\(([^)]*)\)$/.exec(value)?.[1];
  const known = alone === undefined ? undefined : values.get(alone);
  if (known !== undefined && typeof known !== "string") return nodeAt(known, node);
  const result = value.replaceAll(/\$\$|\$\(([^)]{0,253})\)/g, (whole, name: string | undefined) => {
    if (name === undefined) return "$";
    const put = values.get(name);
    return put === undefined || !budget.spend(String(put).length) ? whole : String(put);
  });
  return result === value ? node : withText(node, result);
}
