import {
  at,
  items,
  type Location,
  type MapNode,
  type Project,
  type Source,
  type Text,
  text,
} from "../project/index.ts";

/** One Kubernetes object as written in the repository. Lists are expanded. */
export interface Resource extends Location {
  readonly source: Source;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string | undefined;
  /** As written; undefined means the namespace of whoever applies it. */
  readonly namespace: string | undefined;
  readonly root: MapNode;
}

/** Where to point at a resource: its name, or all of it where it has none. */
export function nameLocation(resource: Resource): Location {
  return at(resource.root, "metadata", "name") ?? resource;
}

/** The Kubernetes objects of a project, in the order of its files. */
export function readResources(project: Project): Resource[] {
  const resources: Resource[] = [];
  for (const source of project.sources) {
    if (source.kind !== "kubernetes") continue;
    for (const { root, text: within } of source.documents) {
      if (root?.kind === "map") resources.push(...expand(source, within, root));
    }
  }
  return resources;
}

function* expand(source: Source, within: Text, root: MapNode): Iterable<Resource> {
  const apiVersion = text(at(root, "apiVersion"));
  const kind = text(at(root, "kind"));
  if (apiVersion === undefined || kind === undefined) return;
  if (kind === "List" || (kind.endsWith("List") && at(root, "items")?.kind === "seq")) {
    for (const item of items(at(root, "items"))) if (item.kind === "map") yield* expand(source, within, item);
    return;
  }
  yield {
    source,
    apiVersion,
    kind,
    name: text(at(root, "metadata", "name")),
    namespace: text(at(root, "metadata", "namespace")),
    root,
    text: within,
    span: root.span,
  };
}
