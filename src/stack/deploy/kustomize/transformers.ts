import type { Resource } from "../../../kubernetes/index.ts";
import {
  at,
  embeddedText,
  emptyMap,
  entries,
  items,
  MapEditor,
  type MapNode,
  type Node,
  nodeAt,
  parseYaml,
  text,
  withEntry,
} from "../../../project/index.ts";
import { applyPatch } from "../patch.ts";
import { changeAt } from "./field-path.ts";
import { type Item, idsOf, isBuiltIn, itemOf, withRoot } from "./item.ts";
import { type Budget, type Kustomization, type Reader, stepsOfChange } from "./kustomization.ts";
import { replaced } from "./replace.ts";
import { type Selector, sameAs, selecting, wholeMatch } from "./select.ts";

/** What a kustomization changes, in the order in which kustomize does it. */
export function transformed(
  { folder, root }: Kustomization,
  given: readonly Item[],
  reader: Reader,
  budget: Budget,
): readonly Item[] {
  const merges = items(at(root, "patchesStrategicMerge")).flatMap((node) => {
    const inline = node.kind !== "scalar" || /^\s*[{[]|\n/.test(text(node) ?? "");
    const documents = inline ? inlineDocuments(node) : reader.documents(folder, node);
    return documents.map((patch) => patchFor(undefined, patch));
  });
  const patches = (field: string): Patch[] =>
    items(at(root, field)).flatMap((node) => {
      const inline = at(node, "patch");
      const file = at(node, "path");
      const documents =
        inline !== undefined
          ? inlineDocuments(inline)
          : file === undefined
            ? []
            : reader.documents(folder, file);
      return documents.map((patch) => patchFor(node, patch));
    });
  let result = patched(given, [...merges, ...patches("patches")], budget);
  const namespace = at(root, "namespace");
  if (namespace !== undefined && text(namespace)) result = inNamespace(result, namespace);
  const prefix = text(at(root, "namePrefix")) ?? "";
  const suffix = text(at(root, "nameSuffix")) ?? "";
  if (prefix !== "" || suffix !== "") result = result.map((item) => renamed(item, prefix, suffix));
  result = labelled(result, root);
  result = patched(result, patches("patchesJson6902"), budget);
  result = withReplicas(result, items(at(root, "replicas")));
  result = withImages(result, items(at(root, "images")));
  return replaced(result, replacementsOf(folder, root, reader), budget);
}

/** The documents of a text, or the value itself where it is no text. */
function inlineDocuments(node: Node): readonly Node[] {
  return node.kind === "scalar" ? parseYaml(embeddedText(node)).flatMap(({ root }) => root ?? []) : [node];
}

interface Patch {
  readonly chosen: Selector;
  readonly patch: Node;
  /** Without a target, the patch's own name says what it is for; with one, it says nothing. */
  readonly keepsName: boolean;
}

function patchFor(node: Node | undefined, patch: Node): Patch {
  const target = at(node, "target");
  if (target === undefined) return { chosen: sameAs(patch), patch, keepsName: true };
  const mayRename = text(at(node, "options", "allowNameChange")) === "true";
  return { chosen: selecting(target), patch, keepsName: !mayRename };
}

function patched(given: readonly Item[], patches: readonly Patch[], budget: Budget): readonly Item[] {
  let result = given;
  for (const { chosen, patch, keepsName } of patches) {
    if (!budget.spend(result.length)) break;
    result = result.flatMap((item) => {
      if (!chosen(item) || !budget.spend(stepsOfChange)) return [item];
      if (patch.kind === "map" && text(at(patch, "$patch")) === "delete") return [];
      return [withRoot(item, patchedRoot(item, patch, keepsName))];
    });
  }
  return result;
}

function patchedRoot({ resource }: Item, patch: Node, keepsName: boolean): MapNode {
  const { root } = resource;
  if (patch.kind !== "map") return applyPatch(root, patch, isBuiltIn(resource));
  // What it says of the object's own name only leads to it.
  let own: MapNode = patch;
  if (keepsName) {
    for (const field of ["name", "namespace"])
      own = changeAt(own, ["metadata", field], false, () => at(root, "metadata", field));
    for (const field of ["kind", "apiVersion"]) own = changeAt(own, [field], false, () => at(root, field));
  }
  return applyPatch(root, own, isBuiltIn(resource));
}

const clusterScoped = new Set([
  "APIService",
  "CSIDriver",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "IngressClass",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "PersistentVolume",
  "PriorityClass",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
]);

/** Whether objects of the kind are in a namespace, as far as Kubernetes' own kinds tell. */
export function isNamespaced({ kind }: Resource): boolean {
  return !clusterScoped.has(kind);
}

/** An object by itself, in a namespace as kustomize puts it there. */
export function movedInto(resource: Resource, namespace: Node): Resource {
  return inNamespace([itemOf(resource)], namespace)[0]!.resource;
}

function inNamespace(given: readonly Item[], namespace: Node): readonly Item[] {
  const accounts = new Set(
    given.flatMap((item) =>
      item.resource.kind === "ServiceAccount" ? idsOf(item).map(({ name }) => name) : [],
    ),
  );
  return given.map((item) => {
    const { kind, root } = item.resource;
    if (kind === "Namespace")
      return withRoot(
        item,
        changeAt(root, ["metadata", "name"], true, () => namespace),
      );
    const moved = clusterScoped.has(kind)
      ? root
      : changeAt(root, ["metadata", "namespace"], true, () => namespace);
    const subjects = at(moved, "subjects");
    if (subjects?.kind !== "seq") return withRoot(item, moved);
    // Accounts that are made elsewhere stay where they are.
    const own = subjects.items.map((node) => {
      const name = text(at(node, "name"));
      const isOwn = text(at(node, "kind")) === "ServiceAccount" && (name === "default" || accounts.has(name));
      return node.kind === "map" && isOwn ? withEntry(node, "namespace", namespace) : node;
    });
    return withRoot(item, withEntry(moved, "subjects", { ...subjects, items: own }));
  });
}

const longestName = 253;
/** Kinds whose names mean something outside of the manifests. */
const fixedNames = new Set(["Namespace", "CustomResourceDefinition", "APIService"]);

function renamed(item: Item, prefix: string, suffix: string): Item {
  const { kind, name, root } = item.resource;
  // No cluster takes a name that is longer.
  if (fixedNames.has(kind) || prefix.length + (name?.length ?? 0) + suffix.length > longestName) return item;
  return withRoot(
    item,
    changeAt(
      root,
      ["metadata", "name"],
      false,
      (name) => name && nodeAt(`${prefix}${text(name) ?? ""}${suffix}`, name),
    ),
  );
}

/** Paths of the labels of pods, by kind. */
const templateLabels: Readonly<Record<string, readonly string[]>> = {
  Deployment: ["spec", "template", "metadata"],
  DaemonSet: ["spec", "template", "metadata"],
  StatefulSet: ["spec", "template", "metadata"],
  ReplicaSet: ["spec", "template", "metadata"],
  ReplicationController: ["spec", "template", "metadata"],
  Job: ["spec", "template", "metadata"],
  CronJob: ["spec", "jobTemplate", "spec", "template", "metadata"],
};

/** Paths of selectors, by kind, and whether a missing one is created. */
const selectors: Readonly<Record<string, readonly [path: string, made: boolean][]>> = {
  Service: [["spec.selector", true]],
  ReplicationController: [["spec.selector", true]],
  Deployment: [["spec.selector.matchLabels", true]],
  DaemonSet: [["spec.selector.matchLabels", true]],
  StatefulSet: [["spec.selector.matchLabels", true]],
  ReplicaSet: [["spec.selector.matchLabels", true]],
  Job: [["spec.selector.matchLabels", false]],
  CronJob: [["spec.jobTemplate.spec.selector.matchLabels", false]],
  PodDisruptionBudget: [["spec.selector.matchLabels", false]],
  NetworkPolicy: [
    ["spec.podSelector.matchLabels", false],
    ["spec.ingress[].from[].podSelector.matchLabels", false],
    ["spec.egress[].to[].podSelector.matchLabels", false],
  ],
};

/** Labels or annotations that all objects get. */
interface Labelling {
  readonly pairs: Node;
  readonly templates: boolean;
  readonly selects: boolean;
  readonly field: "labels" | "annotations";
}

function labelled(given: readonly Item[], root: MapNode): readonly Item[] {
  const steps: Labelling[] = [];
  for (const node of items(at(root, "labels"))) {
    const selects = text(at(node, "includeSelectors")) === "true";
    const templates = selects || text(at(node, "includeTemplates")) === "true";
    const pairs = at(node, "pairs");
    if (pairs !== undefined) steps.push({ pairs, templates, selects, field: "labels" });
  }
  const common = at(root, "commonLabels");
  if (common !== undefined) steps.push({ pairs: common, templates: true, selects: true, field: "labels" });
  const annotations = at(root, "commonAnnotations");
  if (annotations !== undefined)
    steps.push({ pairs: annotations, templates: true, selects: false, field: "annotations" });
  return steps.reduce((result, step) => result.map((item) => labelledItem(item, step)), given);
}

function labelledItem(item: Item, { pairs, templates, selects, field }: Labelling): Item {
  const { kind } = item.resource;
  const add = (value: Node | undefined): Node => withPairs(value, pairs);
  let changed = changeAt(item.resource.root, ["metadata", field], true, add);
  if (!isBuiltIn(item.resource)) return withRoot(item, changed);
  const template = Object.hasOwn(templateLabels, kind) ? templateLabels[kind] : undefined;
  if (templates && template !== undefined) changed = changeAt(changed, [...template, field], true, add);
  if (templates) changed = withClaims(changed, kind, field, add);
  for (const [path, made] of selects && Object.hasOwn(selectors, kind) ? selectors[kind]! : [])
    changed = changeAt(changed, path.split("."), made, add);
  return withRoot(item, changed);
}

/** kustomize labels what a StatefulSet claims, too. */
function withClaims(
  root: MapNode,
  kind: string,
  field: string,
  add: (value: Node | undefined) => Node,
): MapNode {
  const isMeant = kind === "StatefulSet" && field === "labels";
  return isMeant ? changeAt(root, ["spec", "volumeClaimTemplates[]", "metadata", field], true, add) : root;
}

function withPairs(value: Node | undefined, pairs: Node): Node {
  const map = new MapEditor(value?.kind === "map" ? value : emptyMap(pairs));
  for (const { key, value: own } of entries(pairs)) map.set(key, own);
  return map.done();
}

const scaled = new Set(["Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"]);

function withReplicas(given: readonly Item[], counts: readonly Node[]): readonly Item[] {
  return counts.reduce<readonly Item[]>((result, node) => {
    const name = text(at(node, "name"));
    const count = at(node, "count");
    return result.map((item) =>
      count !== undefined && scaled.has(item.resource.kind) && idsOf(item).some((id) => id.name === name)
        ? withRoot(
            item,
            changeAt(item.resource.root, ["spec", "replicas"], true, () => count),
          )
        : item,
    );
  }, given);
}

function withImages(given: readonly Item[], images: readonly Node[]): readonly Item[] {
  if (images.length === 0) return given;
  const changes = images.map(imageChange);
  return given.map((item) => {
    const { root, kind } = item.resource;
    return kind === "CustomResourceDefinition"
      ? item
      : withRoot(
          item,
          inContainers(root, (image) => changes.reduce((node, change) => change(node), image)),
        );
  });
}

/** Changes the image of every container, wherever in an object a list of containers is. */
function inContainers(root: MapNode, change: (image: Node) => Node): MapNode {
  const visit = (node: Node, key: string): Node => {
    if (node.kind === "scalar") return node;
    if (node.kind === "seq") {
      const list = node.items.map((child) =>
        visit(child, key === "containers" || key === "initContainers" ? "item" : ""),
      );
      return list.every((child, index) => child === node.items[index]) ? node : { ...node, items: list };
    }
    const changed = node.entries.map((child) => {
      const value =
        key === "item" && child.key === "image" && child.value.kind === "scalar"
          ? change(child.value)
          : visit(child.value, child.key);
      return value === child.value ? child : { ...child, value };
    });
    return changed.every((child, index) => child === node.entries[index])
      ? node
      : { ...node, entries: changed };
  };
  return visit(root, "") as MapNode;
}

/** One item of `images`: its name is a regular expression for that of the image. */
function imageChange(node: Node): (image: Node) => Node {
  const name = text(at(node, "name"));
  const isMeant = wholeMatch(name);
  const newName = text(at(node, "newName"));
  const newTag = text(at(node, "newTag"));
  const digest = text(at(node, "digest"));
  const suffix = text(at(node, "tagSuffix"));
  const location = at(node, "newTag") ?? at(node, "digest") ?? at(node, "newName") ?? node;
  return (image) => {
    const [, own = "", tag, oldDigest] =
      /^(.*?)(?::([\w.{}-]*))?(?:@(sha256:[\w.{}-]*))?$/.exec(text(image) ?? "") ?? [];
    if (name === undefined || !isMeant(own)) return image;
    const isSet = newTag !== undefined || digest !== undefined;
    const chosenTag = isSet ? newTag : tag;
    const chosenDigest = isSet ? digest : oldDigest;
    const full = suffix === undefined || chosenTag === undefined ? chosenTag : `${chosenTag}${suffix}`;
    const reference = `${newName ?? own}${full === undefined ? "" : `:${full}`}${chosenDigest === undefined ? "" : `@${chosenDigest}`}`;
    return reference === text(image) ? image : nodeAt(reference, location);
  };
}

function replacementsOf(folder: string, root: MapNode, reader: Reader): Node[] {
  return items(at(root, "replacements")).flatMap((node) => {
    const file = at(node, "path");
    if (file === undefined) return [node];
    return reader
      .documents(folder, file)
      .flatMap((document) => (document.kind === "seq" ? document.items : [document]));
  });
}
