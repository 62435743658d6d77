import type { Resource } from "../../../kubernetes/index.ts";
import {
  emptyMap,
  type Location,
  type MapNode,
  type Node,
  nodeAt,
  withEntry,
} from "../../../project/index.ts";
import type { Release } from "./release.ts";

/** Makes nodes and resources, each at the value that it comes from, else at the beginning of the values. */
export class Builder {
  readonly #release: Release;
  readonly location: Location;

  constructor(release: Release, location: Location) {
    this.#release = release;
    this.location = location;
  }

  node(value: unknown, location: Location = this.location): Node {
    return nodeAt(value, location);
  }

  map(data: Readonly<Record<string, Node | undefined>>, location: Location = this.location): MapNode {
    return Object.entries(data).reduce<MapNode>(
      (map, [key, node]) => (node === undefined ? map : withEntry(map, key, node)),
      emptyMap(location),
    );
  }

  list(items: readonly Node[], location: Location = this.location): Node {
    return { kind: "seq", text: location.text, span: location.span, items };
  }

  /** @param namespace that of the release, unless the values name another */
  resource(
    apiVersion: string,
    kind: string,
    { name, namespace }: { readonly name: string; readonly namespace: string | undefined },
    parts: Readonly<Record<string, Node | undefined>>,
  ): Resource {
    const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
    const head = this.node({ apiVersion, kind, metadata }) as MapNode;
    const root = this.map(parts).entries.reduce<MapNode>(
      (map, { key, value }) => withEntry(map, key, value),
      head,
    );
    const { text, span } = this.location;
    return { source: this.#release.source, apiVersion, kind, name, namespace, root, text, span };
  }
}
