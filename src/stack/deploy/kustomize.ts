import path from "node:path";
import type { Resource } from "../../kubernetes/resource.ts";
import { emptyMap, entryAt, MapEditor, nodeAt, withEntry, withValueAt } from "../../project/nodes.ts";
import { ofKind, type Project, type Source } from "../../project/project.ts";
import {
  at,
  embeddedText,
  entry,
  items,
  type MapNode,
  type Node,
  parseYaml,
  text,
} from "../../project/yaml.ts";
import { applyPatch } from "./patch.ts";

/** What one kustomization makes that no other one builds on. */
export interface Overlay {
  /** Its folder. */
  readonly name: string;
  readonly resources: readonly Resource[];
}

export interface Kustomizations {
  readonly overlays: readonly Overlay[];
  /** Files that are applied through a kustomization, or are parts of one, and so not by themselves. */
  readonly files: ReadonlySet<string>;
}

export function readKustomizations(project: Project, resources: readonly Resource[]): Kustomizations {
  return new Kustomizer(project, resources).read();
}

/** More than this is an attack, not a cluster: bases can name bases that name bases ... */
const maxResources = 20_000;
/** Patches times resources in one kustomization. */
const maxPatchTrials = 5_000_000;

interface Kustomization {
  readonly folder: string;
  readonly source: Source;
  readonly root: MapNode;
}

/** A resource on its way, with the name that references to it use. */
type Names = Map<string, string>;

class Kustomizer {
  readonly #project: Project;
  readonly #resources = new Map<string, Resource[]>();
  readonly #kustomizations = new Map<string, Kustomization>();
  readonly #sources = new Map<string, Source>();
  readonly #files = new Set<string>();
  readonly #used = new Set<string>();
  readonly #built = new Map<string, readonly Resource[]>();

  constructor(project: Project, resources: readonly Resource[]) {
    this.#project = project;
    for (const resource of resources) {
      const { file } = resource.source;
      const same = this.#resources.get(file);
      if (same === undefined) this.#resources.set(file, [resource]);
      else same.push(resource);
    }
  }

  read(): Kustomizations {
    for (const source of this.#project.sources) {
      if (source.embedding === undefined) this.#sources.set(source.file, source);
    }
    for (const source of ofKind(this.#project, "kustomization")) {
      const root = source.documents[0]?.root;
      const folder = path.posix.dirname(source.file);
      if (root?.kind === "map") this.#kustomizations.set(folder, { folder, source, root });
    }
    const built = [...this.#kustomizations.values()].map((kustomization) => ({
      kustomization,
      resources: this.#build(kustomization, new Set()),
    }));
    const overlays = built
      .filter(
        ({ kustomization: { folder, root } }) =>
          !this.#used.has(folder) && text(at(root, "kind")) !== "Component",
      )
      .map(({ kustomization, resources }) => ({ name: kustomization.folder, resources }));
    return { overlays, files: this.#files };
  }

  #build(kustomization: Kustomization, above: ReadonlySet<string>): readonly Resource[] {
    const { folder } = kustomization;
    // A kustomization that contains itself is refused by kustomize.
    if (above.has(folder)) return [];
    const built = this.#built.get(folder) ?? this.#buildNew(kustomization, new Set(above).add(folder));
    this.#built.set(folder, built);
    return built;
  }

  #buildNew(kustomization: Kustomization, within: ReadonlySet<string>): readonly Resource[] {
    const { folder, root } = kustomization;
    // Each is taken once: kustomize refuses the same object twice.
    const names = new Set(
      ["resources", "bases"].flatMap((field) => items(at(root, field)).flatMap((node) => text(node) ?? [])),
    );
    let resources: Resource[] = [];
    for (const name of names) {
      if (resources.length <= maxResources) resources = resources.concat(this.#load(folder, name, within));
    }
    resources = this.#generate(kustomization, resources);
    for (const node of items(at(root, "components"))) {
      const component = this.#kustomizations.get(resolve(folder, text(node) ?? ""));
      if (component === undefined) continue;
      this.#used.add(component.folder);
      if (!within.has(component.folder))
        resources = this.#transform(component, this.#generate(component, resources));
    }
    return this.#transform(kustomization, resources);
  }

  #load(folder: string, name: string, above: ReadonlySet<string>): readonly Resource[] {
    const target = resolve(folder, name);
    const nested = this.#kustomizations.get(target);
    if (nested !== undefined) {
      this.#used.add(target);
      return this.#build(nested, above);
    }
    this.#files.add(target);
    return this.#resources.get(target) ?? [];
  }

  #generate({ folder, root, source }: Kustomization, resources: readonly Resource[]): Resource[] {
    const result = [...resources];
    for (const [field, kind, dataKey] of [
      ["configMapGenerator", "ConfigMap", "data"],
      ["secretGenerator", "Secret", "stringData"],
    ] as const) {
      for (const generator of items(at(root, field))) {
        if (generator.kind !== "map") continue;
        const name = text(at(generator, "name")) ?? "";
        const data = this.#dataOf(folder, generator);
        const index = result.findIndex((resource) => resource.kind === kind && resource.name === name);
        const old = result[index];
        const behavior = text(at(generator, "behavior")) ?? "create";
        if (old !== undefined && behavior !== "create") {
          const kept = behavior === "merge" ? at(old.root, dataKey) : undefined;
          const merged = new MapEditor(kept?.kind === "map" ? kept : emptyMap(data));
          for (const { key, value } of data.entries) merged.set(key, value);
          result[index] = withRoot(old, withEntry(old.root, dataKey, merged.done()));
          continue;
        }
        const namespace = at(generator, "namespace");
        const metadata = nodeAt({ name }, at(generator, "name") ?? generator) as MapNode;
        const made: MapNode = {
          ...generator,
          entries: [
            entryAt("apiVersion", nodeAt("v1", generator)),
            entryAt("kind", nodeAt(kind, generator)),
            entryAt(
              "metadata",
              namespace === undefined ? metadata : withEntry(metadata, "namespace", namespace),
            ),
            entryAt(dataKey, data),
          ],
        };
        result.push({
          source,
          apiVersion: "v1",
          kind,
          name,
          namespace: text(namespace),
          root: made,
          text: generator.text,
          span: generator.span,
        });
      }
    }
    return result;
  }

  #dataOf(folder: string, generator: MapNode): MapNode {
    const data = new MapEditor(emptyMap(generator));
    for (const node of items(at(generator, "files"))) {
      const [first = "", second] = (text(node) ?? "").split("=", 2);
      const file = resolve(folder, second ?? first);
      this.#files.add(file);
      const source = this.#sources.get(file);
      const key = second === undefined ? path.posix.basename(first) : first;
      // A file that was not read is a key with content that is not known.
      data.set(key, source === undefined ? nodeAt("", node) : wholeText(source));
    }
    for (const node of items(at(generator, "literals"))) {
      const literal = text(node) ?? "";
      const equals = literal.indexOf("=");
      if (equals > 0) data.set(literal.slice(0, equals), nodeAt(unquote(literal.slice(equals + 1)), node));
    }
    return data.done();
  }

  #transform({ folder, root }: Kustomization, given: readonly Resource[]): Resource[] {
    let resources = given.map((resource) => resource);
    let budget = maxPatchTrials;
    for (const { target, patch } of this.#patches(folder, root)) {
      budget -= resources.length;
      if (budget < 0) break;
      resources = resources.flatMap((resource) => {
        if (!target(resource)) return [resource];
        if (patch.kind === "map" && text(at(patch, "$patch")) === "delete") return [];
        return [withRoot(resource, applyPatch(resource.root, patch))];
      });
    }
    resources = resources.map((resource) => withImages(withReplicas(resource, root), root));
    const namespace = at(root, "namespace");
    if (namespace !== undefined) resources = resources.map((resource) => inNamespace(resource, namespace));
    const prefix = text(at(root, "namePrefix")) ?? "";
    const suffix = text(at(root, "nameSuffix")) ?? "";
    return prefix === "" && suffix === "" ? resources : renamed(resources, prefix, suffix);
  }

  *#patches(
    folder: string,
    root: MapNode,
  ): Iterable<{ target: (resource: Resource) => boolean; patch: Node }> {
    for (const node of items(at(root, "patchesStrategicMerge"))) {
      for (const patch of this.#patchTexts(folder, node)) yield { target: sameAs(patch), patch };
    }
    for (const node of [...items(at(root, "patches")), ...items(at(root, "patchesJson6902"))]) {
      const chosen = at(node, "target");
      const content = at(node, "patch") ?? at(node, "path");
      if (content === undefined) continue;
      for (const patch of this.#patchTexts(folder, content)) {
        yield { target: chosen === undefined ? sameAs(patch) : matching(chosen), patch };
      }
    }
  }

  /** The patches in a text that stands there, or in the file that it names. */
  #patchTexts(folder: string, node: Node): Node[] {
    if (node.kind !== "scalar") return [node];
    const content = text(node) ?? "";
    if (content.includes("\n") || content.trim().startsWith("[") || content.trim().startsWith("{"))
      return parseYaml(embeddedText(node)).flatMap(({ root }) => root ?? []);
    const file = resolve(folder, content);
    this.#files.add(file);
    return (this.#sources.get(file)?.documents ?? []).flatMap(({ root }) => root ?? []);
  }
}

function resolve(folder: string, name: string): string {
  return path.posix.join(folder, name.replace(/\/+$/, "") || ".");
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** A file as the value of a key: its own text, with its own places. */
function wholeText(source: Source): Node {
  const { text: within } = source;
  return {
    kind: "scalar",
    text: within,
    span: { start: 0, end: within.content.length },
    value: within.content,
    style: "literal",
  };
}

function withRoot(resource: Resource, root: MapNode): Resource {
  return {
    ...resource,
    root,
    name: text(at(root, "metadata", "name")),
    namespace: text(at(root, "metadata", "namespace")),
  };
}

function sameAs(patch: Node): (resource: Resource) => boolean {
  const kind = text(at(patch, "kind"));
  const name = text(at(patch, "metadata", "name"));
  return (resource) => resource.kind === kind && resource.name === name;
}

function matching(target: Node): (resource: Resource) => boolean {
  const wanted = (field: string) => {
    const pattern = text(at(target, field));
    return (value: string | undefined) => pattern === undefined || matchesWhole(pattern, value ?? "");
  };
  const [kind, name, namespace] = [wanted("kind"), wanted("name"), wanted("namespace")];
  return (resource) => kind(resource.kind) && name(resource.name) && namespace(resource.namespace);
}

/** kustomize takes regular expressions here; of those, names and `.*` are what people write. */
function matchesWhole(pattern: string, value: string): boolean {
  const [first = "", ...parts] = pattern.replace(/^\^|\$$/g, "").split(".*");
  if (parts.length === 0) return first === value;
  let position = value.startsWith(first) ? first.length : -1;
  for (const part of parts) {
    if (position === -1) return false;
    const found = value.indexOf(part, position);
    position = found === -1 ? -1 : found + part.length;
  }
  return position !== -1 && value.endsWith(parts.at(-1) ?? "");
}

const clusterScoped = new Set([
  "Namespace",
  "ClusterRole",
  "ClusterRoleBinding",
  "PriorityClass",
  "CustomResourceDefinition",
  "StorageClass",
  "PersistentVolume",
]);

function inNamespace(resource: Resource, namespace: Node): Resource {
  let { root } = resource;
  if (resource.kind === "Namespace")
    return withRoot(resource, withValueAt(root, ["metadata", "name"], namespace) as MapNode);
  if (!clusterScoped.has(resource.kind))
    root = withValueAt(root, ["metadata", "namespace"], namespace) as MapNode;
  const subjects = at(root, "subjects");
  if (subjects?.kind === "seq") {
    const moved = subjects.items.map((node) =>
      node.kind === "map" && text(at(node, "kind")) === "ServiceAccount"
        ? withEntry(node, "namespace", namespace)
        : node,
    );
    root = withEntry(root, "subjects", { ...subjects, items: moved });
  }
  return withRoot(resource, root);
}

function withReplicas(resource: Resource, root: MapNode): Resource {
  const found = items(at(root, "replicas")).find((node) => text(at(node, "name")) === resource.name);
  const count = at(found, "count");
  if (count === undefined || at(resource.root, "spec", "template") === undefined) return resource;
  return withRoot(resource, withValueAt(resource.root, ["spec", "replicas"], count) as MapNode);
}

function withImages(resource: Resource, root: MapNode): Resource {
  const images = items(at(root, "images"));
  if (images.length === 0) return resource;
  const change = (node: Node): Node => {
    if (node.kind === "seq") return { ...node, items: node.items.map(change) };
    if (node.kind !== "map") return node;
    let map: MapNode = {
      ...node,
      entries: node.entries.map((item) => ({ ...item, value: change(item.value) })),
    };
    const image = text(entry(map, "image")?.value);
    if (image === undefined) return map;
    const found = images.find(
      (candidate) => image.replace(/(?::[^/]*)?(?:@.*)?$/, "") === text(at(candidate, "name")),
    );
    if (found === undefined) return map;
    const name = text(at(found, "newName")) ?? text(at(found, "name")) ?? "";
    const digest = text(at(found, "digest"));
    const newTag = text(at(found, "newTag"));
    const oldTag = /:([^/:@]+)(?:@.*)?$/.exec(image)?.[1];
    const tag = newTag ?? oldTag;
    const place = at(found, "newTag") ?? at(found, "digest") ?? found;
    const reference =
      digest === undefined ? `${name}${tag === undefined ? "" : `:${tag}`}` : `${name}@${digest}`;
    map = withEntry(map, "image", nodeAt(reference, place));
    return map;
  };
  const spec = at(resource.root, "spec");
  return spec === undefined ? resource : withRoot(resource, withEntry(resource.root, "spec", change(spec)));
}

/** Renames all, and the references to those that were renamed. */
function renamed(resources: readonly Resource[], prefix: string, suffix: string): Resource[] {
  const names: Names = new Map();
  for (const { kind, name } of resources) {
    if (name !== undefined && kind !== "Namespace" && kind !== "CustomResourceDefinition")
      names.set(`${kind}/${name}`, `${prefix}${name}${suffix}`);
  }
  return resources.map((resource) => {
    const own = names.get(`${resource.kind}/${resource.name}`);
    let root = references(resource.root, names) as MapNode;
    const nameNode = at(root, "metadata", "name");
    if (own !== undefined && nameNode !== undefined)
      root = withValueAt(root, ["metadata", "name"], nodeAt(own, nameNode)) as MapNode;
    return withRoot(resource, root);
  });
}

/** Kinds that a key refers to, by the key above `name`. */
const referenceKinds: Readonly<Record<string, string>> = {
  configMap: "ConfigMap",
  configMapRef: "ConfigMap",
  configMapKeyRef: "ConfigMap",
  secretRef: "Secret",
  secretKeyRef: "Secret",
};

function references(node: Node, names: Names, above = ""): Node {
  if (node.kind === "seq")
    return { ...node, items: node.items.map((item) => references(item, names, above)) };
  if (node.kind !== "map") return node;
  const kind = Object.hasOwn(referenceKinds, above)
    ? referenceKinds[above]
    : above === "roleRef" || above === "subjects"
      ? text(at(node, "kind"))
      : undefined;
  return {
    ...node,
    entries: node.entries.map((item) => {
      const target =
        item.key === "name" && kind !== undefined
          ? kind
          : item.key === "secretName"
            ? "Secret"
            : item.key === "serviceAccountName"
              ? "ServiceAccount"
              : undefined;
      const renamedTo = target === undefined ? undefined : names.get(`${target}/${text(item.value)}`);
      const value =
        renamedTo === undefined ? references(item.value, names, item.key) : nodeAt(renamedTo, item.value);
      return { ...item, value };
    }),
  };
}
