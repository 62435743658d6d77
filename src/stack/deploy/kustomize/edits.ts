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

/** A kustomization that Argo CD or Flux changes before it is built. */
export interface Edit {
  readonly folder: string;
  /** In the form of `kustomize` in a source of Argo CD. */
  readonly options: MapNode;
}

/** The changes that objects of a repository make to its kustomizations. */
export function editsOf(resources: readonly Resource[]): Edit[] {
  return resources.flatMap((resource) => [...editsOfArgo(resource), ...editsOfFlux(resource)]);
}

function editsOfArgo({ apiVersion, kind, root }: Resource): Edit[] {
  if (!apiVersion.startsWith("argoproj.io/")) return [];
  const spec = kind === "ApplicationSet" ? at(root, "spec", "template", "spec") : at(root, "spec");
  if (kind !== "Application" && kind !== "ApplicationSet") return [];
  return [at(spec, "source"), ...items(at(spec, "sources"))].flatMap((source) =>
    edit(at(source, "path"), at(source, "kustomize")),
  );
}

/** Flux has the same fields in its Kustomization, but for the name of the namespace. */
function editsOfFlux({ apiVersion, kind, root }: Resource): Edit[] {
  if (kind !== "Kustomization" || !apiVersion.startsWith("kustomize.toolkit.fluxcd.io/")) return [];
  const spec = at(root, "spec");
  if (spec?.kind !== "map") return [];
  const fields = ["namePrefix", "nameSuffix", "images", "patches", "components"];
  const options = new MapEditor(emptyMap(spec));
  for (const key of fields) options.set(key, at(spec, key));
  options.set("namespace", at(spec, "targetNamespace"));
  return edit(at(spec, "path"), options.done());
}

function edit(folder: Node | undefined, options: Node | undefined): Edit[] {
  const where = text(folder);
  if (where === undefined || options?.kind !== "map" || options.entries.length === 0) return [];
  return [{ folder: path.posix.normalize(where).replace(/^\/|\/$/g, "") || ".", options }];
}

/** The kustomization as it is left: single fields are set, lists get more items, images and replicas by name. */
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

/** `[OLD=]NEW[:TAG][@DIGEST]`, as `kustomize edit set image` takes it, or what a kustomization has. */
function imageOf(node: Node): Node[] {
  if (node.kind === "map") return [node];
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
