import path from "node:path";
import type { Resource } from "../../kubernetes/index.ts";
import { at, items, type Node, text } from "../../project/index.ts";
import { isNamespaced, movedInto } from "./kustomize/index.ts";

/** Where an Application of Argo CD or a Kustomization of Flux puts the objects of a folder. */
interface Destination {
  readonly folder: string;
  readonly namespace: Node;
  /** Whether it goes for folders below as well. */
  readonly isDeep: boolean;
  /** Flux moves all objects there, Argo CD those that name no namespace. */
  readonly by: "argo" | "flux";
}

/** The namespaces that Argo CD and Flux give to the objects of folders. */
export class Destinations {
  readonly #all: readonly Destination[];

  /** @param resources all objects of the repository */
  constructor(resources: readonly Resource[]) {
    this.#all = resources.flatMap((resource) => [...ofArgo(resource), ...ofFlux(resource)]);
  }

  /** An object of a file in a folder, as it is applied. */
  plain(resource: Resource, folder: string): Resource {
    const own = this.#all.filter(
      (one) =>
        folder === one.folder || (one.isDeep && (one.folder === "." || folder.startsWith(`${one.folder}/`))),
    );
    const moved = theOne(own.filter(({ by }) => by === "flux"));
    if (moved !== undefined) return movedInto(resource, moved);
    return withNamespace(resource, theOne(own.filter(({ by }) => by === "argo")));
  }

  /** What a kustomization makes, as it is applied. Flux has changed the kustomization itself. */
  built(resource: Resource, folder: string): Resource {
    const own = this.#all.filter((one) => one.by === "argo" && one.folder === folder);
    return withNamespace(resource, theOne(own));
  }
}

/** Where several put the same folder into different namespaces, none of them goes for all. */
function theOne(found: readonly Destination[]): Node | undefined {
  const names = new Set(found.map(({ namespace }) => text(namespace)));
  return names.size === 1 ? found[0]?.namespace : undefined;
}

function withNamespace(resource: Resource, namespace: Node | undefined): Resource {
  if (namespace === undefined || resource.namespace !== undefined || !isNamespaced(resource)) return resource;
  return { ...resource, namespace: text(namespace) };
}

function ofArgo({ apiVersion, kind, root }: Resource): Destination[] {
  if (!apiVersion.startsWith("argoproj.io/") || (kind !== "Application" && kind !== "ApplicationSet"))
    return [];
  const spec = kind === "ApplicationSet" ? at(root, "spec", "template", "spec") : at(root, "spec");
  const namespace = at(spec, "destination", "namespace");
  return [at(spec, "source"), ...items(at(spec, "sources"))].flatMap((source) => {
    const isDeep = text(at(source, "directory", "recurse")) === "true";
    return destination(at(source, "path"), namespace, { isDeep, by: "argo" });
  });
}

function ofFlux({ apiVersion, kind, root }: Resource): Destination[] {
  if (kind !== "Kustomization" || !apiVersion.startsWith("kustomize.toolkit.fluxcd.io/")) return [];
  const spec = at(root, "spec");
  return destination(at(spec, "path"), at(spec, "targetNamespace"), { isDeep: true, by: "flux" });
}

function destination(
  folder: Node | undefined,
  namespace: Node | undefined,
  how: Pick<Destination, "isDeep" | "by">,
): Destination[] {
  const [where, name] = [text(folder), text(namespace)];
  // A template is filled in by Argo CD or Flux itself.
  if (where === undefined || namespace === undefined || !name || /\{\{|\$\{/.test(name)) return [];
  return [{ folder: path.posix.normalize(where).replace(/^\/|\/$/g, "") || ".", namespace, ...how }];
}
