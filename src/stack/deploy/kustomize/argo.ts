import path from "node:path";
import type { Resource } from "../../../kubernetes/index.ts";
import {
  at,
  emptyMap,
  entries,
  items,
  MapEditor,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withEntry,
} from "../../../project/index.ts";

/** A kustomization that an Application of Argo CD changes before it builds it. */
export interface Edit {
  readonly folder: string;
  /** `kustomize` of the source. */
  readonly options: MapNode;
}

/** The changes that Applications among the objects of a repository make to its kustomizations. */
export function editsOf(resources: readonly Resource[]): Edit[] {
  return resources.flatMap(({ apiVersion, kind, root }) => {
    if (!apiVersion.startsWith("argoproj.io/")) return [];
    const spec = kind === "ApplicationSet" ? at(root, "spec", "template", "spec") : at(root, "spec");
    if (kind !== "Application" && kind !== "ApplicationSet") return [];
    return [at(spec, "source"), ...items(at(spec, "sources"))].flatMap((source) => {
      const [folder, options] = [text(at(source, "path")), at(source, "kustomize")];
      if (folder === undefined || options?.kind !== "map" || options.entries.length === 0) return [];
      return [{ folder: path.posix.normalize(folder).replace(/^\/|\/$/g, "") || ".", options }];
    });
  });
}

/** The kustomization as Argo CD leaves it: single fields are set, lists get more items, images and replicas by name. */
export function edited(root: MapNode, options: MapNode): MapNode {
  let result = root;
  const set = (key: string, value: Node | undefined): void => {
    if (value !== undefined) result = withEntry(result, key, value);
  };
  for (const key of ["namePrefix", "nameSuffix", "namespace"])
    if (text(at(options, key))) set(key, at(options, key));
  set("images", byName(at(root, "images"), items(at(options, "images")).flatMap(imageOf), options));
  set("replicas", byName(at(root, "replicas"), items(at(options, "replicas")), options));
  for (const key of ["patches", "components"]) {
    const added = items(at(options, key));
    if (added.length > 0) set(key, listOf([...items(at(root, key)), ...added], options));
  }
  const labels = at(options, "commonLabels");
  if (labels !== undefined && text(at(options, "labelWithoutSelector")) === "true") {
    const templates = at(options, "labelIncludeTemplates");
    const own = withEntry(withEntry(emptyMap(labels), "pairs", labels), "includeTemplates", templates);
    set("labels", listOf([...items(at(root, "labels")), own], options));
  } else set("commonLabels", merged(at(root, "commonLabels"), labels));
  set("commonAnnotations", merged(at(root, "commonAnnotations"), at(options, "commonAnnotations")));
  return result;
}

/** `[OLD=]NEW[:TAG][@DIGEST]`, as `kustomize edit set image` takes it. */
function imageOf(node: Node): Node[] {
  const [, old, name, tag, digest] =
    /^(?:([^=]+)=)?([^@=]+?)(?::([\w.-]+))?(?:@(sha256:\w+))?$/.exec(text(node) ?? "") ?? [];
  if (name === undefined) return [];
  return [
    nodeAt(
      {
        name: old ?? name,
        ...(old === undefined ? {} : { newName: name }),
        ...(tag === undefined ? {} : { newTag: tag }),
        ...(digest === undefined ? {} : { digest }),
      },
      node,
    ),
  ];
}

function byName(given: Node | undefined, added: readonly Node[], location: Node): Node | undefined {
  if (added.length === 0) return undefined;
  const names = new Set(added.map((node) => text(at(node, "name"))));
  return listOf([...items(given).filter((node) => !names.has(text(at(node, "name")))), ...added], location);
}

function listOf(list: readonly Node[], { text, span }: Node): Node {
  return { kind: "seq", text, span, items: list };
}

function merged(given: Node | undefined, added: Node | undefined): Node | undefined {
  if (added === undefined) return undefined;
  const map = new MapEditor(given?.kind === "map" ? given : emptyMap(added));
  for (const { key, value } of entries(added)) map.set(key, value);
  return map.done();
}
