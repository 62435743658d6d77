import path from "node:path";
import type { Resource } from "../../kubernetes/index.ts";
import {
  at,
  entries,
  fromBase64,
  items,
  type MapNode,
  type Node,
  nodeAt,
  type ScalarNode,
  text,
} from "../../project/index.ts";
import { inSameNamespace } from "../cluster/index.ts";
import { withText } from "./text-node.ts";

/** What a Kustomization of Flux fills into the manifests of a folder after they are built. */
interface Substitution {
  readonly folder: string;
  readonly variables: ReadonlyMap<string, string>;
  /** Whether there are more variables, in objects that are not in the repository. */
  readonly isOpen: boolean;
  /** Text that may still be added, shared by all. */
  readonly budget: { left: number };
}

/** Text that variables may add in all; more is an attack, and stays as it is written. */
const maxAdded = 16 << 20;

/** The variables that Flux fills into manifests, as its Kustomizations with `postBuild` say. */
export class FluxVariables {
  readonly #substitutions: readonly Substitution[];

  /** @param resources all objects of the repository */
  constructor(resources: readonly Resource[]) {
    const budget = { left: maxAdded };
    this.#substitutions = resources.flatMap((resource) => substitutionOf(resource, resources, budget) ?? []);
  }

  /** The object with its variables filled in; itself where there are none. */
  filled(resource: Resource, folder: string): Resource {
    const own = this.#substitutions.find(
      (one) => one.folder === "." || folder === one.folder || folder.startsWith(`${one.folder}/`),
    );
    if (own === undefined || isLeftAlone(resource)) return resource;
    const root = filledIn(resource.root, own) as MapNode;
    if (root === resource.root) return resource;
    return {
      ...resource,
      root,
      name: text(at(root, "metadata", "name")),
      namespace: text(at(root, "metadata", "namespace")) ?? resource.namespace,
    };
  }
}

function substitutionOf(
  resource: Resource,
  all: readonly Resource[],
  budget: Substitution["budget"],
): Substitution | undefined {
  if (resource.kind !== "Kustomization" || !resource.apiVersion.startsWith("kustomize.toolkit.fluxcd.io/"))
    return undefined;
  const build = at(resource.root, "spec", "postBuild");
  if (build === undefined) return undefined;
  const variables = new Map<string, string>();
  let isOpen = false;
  for (const reference of items(at(build, "substituteFrom"))) {
    const [kind, name] = [text(at(reference, "kind")), text(at(reference, "name"))];
    const found = all.find(
      (one) => one.kind === kind && one.name === name && inSameNamespace(one.namespace, resource.namespace),
    );
    if (found === undefined) isOpen = true;
    for (const [key, value] of found === undefined ? [] : dataOf(found)) {
      if (value === undefined) isOpen = true;
      else variables.set(key, value);
    }
  }
  for (const { key, value } of entries(at(build, "substitute"))) variables.set(key, text(value) ?? "");
  const folder = path.posix.normalize(text(at(resource.root, "spec", "path")) ?? ".").replace(/^\/|\/$/g, "");
  return { folder: folder === "" ? "." : folder, variables, isOpen, budget };
}

/** Of a Secret that is encrypted in the repository the keys alone are known. */
function* dataOf({ kind, root }: Resource): Iterable<[string, string | undefined]> {
  const isEncrypted = at(root, "sops") !== undefined;
  for (const field of ["data", "stringData"]) {
    for (const { key, value } of entries(at(root, field))) {
      const written = text(value) ?? "";
      const plain = kind === "Secret" && field === "data" ? fromBase64(written) : written;
      yield [key, isEncrypted ? undefined : plain];
    }
  }
}

function isLeftAlone({ root }: Resource): boolean {
  return ["labels", "annotations"].some(
    (field) => text(at(root, "metadata", field, "kustomize.toolkit.fluxcd.io/substitute")) === "disabled",
  );
}

function filledIn(node: Node, own: Substitution): Node {
  switch (node.kind) {
    case "map": {
      const changed = node.entries.map((entry) => {
        const value = filledIn(entry.value, own);
        return value === entry.value ? entry : { ...entry, value };
      });
      return changed.every((entry, index) => entry === node.entries[index])
        ? node
        : { ...node, entries: changed };
    }
    case "seq": {
      const changed = node.items.map((item) => filledIn(item, own));
      return changed.every((item, index) => item === node.items[index]) ? node : { ...node, items: changed };
    }
    case "scalar":
      return filledScalar(node, own);
    default:
      return node;
  }
}

function filledScalar(node: ScalarNode, own: Substitution): Node {
  if (typeof node.value !== "string" || !node.value.includes("${")) return node;
  const value = filledText(node.value, own);
  if (value === node.value) return node;
  // Flux fills in the text of the object, so that what looks like a number is one.
  return value.includes("\n") ? withText(node, value) : nodeAt(typed(value), node);
}

function typed(value: string): string | number | boolean {
  if (value === "true" || value === "false") return value === "true";
  return /^-?(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}

/** `${NAME}`, with a default behind `:=` or `:-`; `$${NAME}` is what stays `${NAME}`. */
function filledText(value: string, { variables, isOpen, budget }: Substitution): string {
  return value.replaceAll(
    /(\$?)\$\{([A-Za-z_]\w*)(?::?[=-]([^{}]*))?\}/g,
    (whole, dollar: string, name: string, fallback: string | undefined) => {
      if (dollar !== "") return whole.slice(1);
      const known = variables.get(name);
      if (known !== undefined && known !== "") {
        budget.left -= known.length;
        return budget.left < 0 ? whole : known;
      }
      // What is not known may be set elsewhere, and so no default is taken for it.
      if (known === undefined && isOpen) return whole;
      return fallback ?? "";
    },
  );
}
