import type { Resource } from "../../../kubernetes/index.ts";
import { at, type Location, type MapNode, type Node, stringMap, text } from "../../../project/index.ts";
import type { Release } from "../chart/index.ts";

/** What tells an object from others. */
export interface Id {
  readonly group: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
}

/** The properties that selectors match on, read once and only for objects that a selector looks at. */
class Metadata {
  readonly #root: MapNode;
  #labels: ReadonlyMap<string, string> | undefined;
  #annotations: ReadonlyMap<string, string> | undefined;

  constructor(root: MapNode) {
    this.#root = root;
  }

  get labels(): ReadonlyMap<string, string> {
    this.#labels ??= stringMap(at(this.#root, "metadata", "labels"));
    return this.#labels;
  }

  get annotations(): ReadonlyMap<string, string> {
    this.#annotations ??= stringMap(at(this.#root, "metadata", "annotations"));
    return this.#annotations;
  }
}

/** One of the `vars` of a kustomization. */
export interface Variable {
  readonly name: string;
  /** Where the value is in the object that `objref` names. */
  readonly path: readonly string[];
  /** Where it is declared. */
  readonly node: Node;
}

/** A resource on its way through kustomizations. */
export interface Item {
  readonly resource: Resource;
  readonly metadata: Metadata;
  /** What it was before, the oldest first: whoever builds on a kustomization may still call it so. */
  readonly former: readonly Id[];
  /** What brings it further keys that are not known. */
  readonly open?: Location | undefined;
  /** Whether kustomize ends its name with a hash, in the references that it knows as well. */
  readonly hashed?: boolean;
  /** The chart that made it. */
  readonly release?: Release;
  /** The `vars` that take their value from it. */
  readonly variables?: readonly Variable[];
}

export function itemOf(resource: Resource, more: Omit<Item, "resource" | "metadata" | "former"> = {}): Item {
  return { resource, metadata: new Metadata(resource.root), former: [], ...more };
}

/** What it is and was, the oldest first. */
export function idsOf({ resource, former }: Item): readonly Id[] {
  return [...former, idOf(resource)];
}

function idOf({ apiVersion, kind, name, namespace }: Resource): Id {
  return { group: groupOf(apiVersion), kind, name, namespace };
}

/** The group of `apps/v1`; empty for `v1`. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

/** Whether Kubernetes itself knows the kind, and so what its lists and references are. */
export function isBuiltIn({ apiVersion }: Resource): boolean {
  const group = groupOf(apiVersion);
  return !group.includes(".") || group.endsWith(".k8s.io");
}

/** Nobody builds on more kustomizations that rename, one upon the other. */
const maxFormer = 20;

/** The item with other content, and with the name that this gives it. */
export function withRoot(item: Item, root: MapNode): Item {
  const { resource, former } = item;
  if (root === resource.root) return item;
  const changed: Resource = {
    ...resource,
    root,
    apiVersion: text(at(root, "apiVersion")) ?? resource.apiVersion,
    kind: text(at(root, "kind")) ?? resource.kind,
    name: text(at(root, "metadata", "name")),
    namespace: text(at(root, "metadata", "namespace")),
  };
  const same =
    changed.name === resource.name &&
    changed.namespace === resource.namespace &&
    changed.kind === resource.kind;
  return {
    ...item,
    resource: changed,
    metadata: new Metadata(root),
    former: same ? former : [...former.slice(-maxFormer), idOf(resource)],
  };
}
