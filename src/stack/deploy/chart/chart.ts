import type { Resource } from "../../../kubernetes/index.ts";
import {
  at,
  emptyMap,
  type Location,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withEntry,
} from "../../../project/index.ts";
import { fullName, type Release } from "./release.ts";

/**
 * A release on its way through the templates: its values as the chart reads them, and the objects that it is made
 * of. What the values do not say is located at their beginning.
 */
export class Chart {
  readonly release: Release;
  readonly values: MapNode;
  /** The location of the chart's own defaults. */
  readonly location: Location;
  readonly fullName: string;

  constructor(release: Release) {
    this.release = release;
    this.values = release.values;
    this.location = release.values.entries[0]?.keyLocation ?? release.values;
    this.fullName = fullName(release, "falco");
  }

  value(...path: readonly string[]): Node | undefined {
    const node = at(this.values, ...path);
    return node?.kind === "scalar" && (node.value === null || node.value === "") ? undefined : node;
  }

  or(fallback: unknown, ...path: readonly string[]): Node {
    return this.value(...path) ?? nodeAt(fallback, this.location);
  }

  isOn(...path: readonly string[]): boolean {
    return text(at(this.values, ...path)) === "true";
  }

  /** On unless the values say otherwise. */
  isNotOff(...path: readonly string[]): boolean {
    return text(at(this.values, ...path)) !== "false";
  }

  /** `auto` lets the chart's loader choose between the kernel module and the modern probe. */
  get driver(): string {
    const kind = text(this.or("auto", "driver", "kind")) ?? "auto";
    const aliases: Readonly<Record<string, string>> = { "modern-bpf": "modern_ebpf", module: "kmod" };
    return Object.hasOwn(aliases, kind) ? aliases[kind]! : kind;
  }

  get hasContainerPlugin(): boolean {
    return (
      this.isNotOff("driver", "enabled") &&
      this.isNotOff("collectors", "enabled") &&
      this.isNotOff("collectors", "containerEngine", "enabled")
    );
  }

  get hasDriverLoader(): boolean {
    return (
      this.isNotOff("driver", "enabled") &&
      this.driver !== "modern_ebpf" &&
      this.isNotOff("driver", "loader", "enabled")
    );
  }

  map(data: Readonly<Record<string, Node | undefined>>, location: Location = this.location): MapNode {
    return Object.entries(data).reduce<MapNode>(
      (map, [key, node]) => (node === undefined ? map : withEntry(map, key, node)),
      emptyMap(location),
    );
  }

  list(...nodes: readonly Node[]): Node {
    return { kind: "seq", text: this.location.text, span: this.location.span, items: nodes };
  }

  image(repository: string, fallbackTag: string | undefined, ...path: readonly string[]): Node {
    const image = [...path, "image"];
    const registry = text(this.or("docker.io", ...image, "registry"));
    const name = text(this.or(repository, ...image, "repository"));
    const tagNode = this.value(...image, "tag");
    const tag = text(tagNode) ?? fallbackTag;
    // Without a tag the chart takes its own version, which the values do not tell.
    const reference = `${registry}/${name}${tag === undefined ? "@chart" : `:${tag}`}`;
    return nodeAt(reference, tagNode ?? this.value(...image, "repository") ?? this.location);
  }

  resource(
    apiVersion: string,
    kind: string,
    name: string,
    parts: Readonly<Record<string, Node | undefined>>,
  ): Resource {
    const { namespace, source } = this.release;
    const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
    const head = nodeAt({ apiVersion, kind, metadata }, this.location) as MapNode;
    const root = this.map(parts).entries.reduce<MapNode>(
      (map, { key, value }) => withEntry(map, key, value),
      head,
    );
    return {
      source,
      apiVersion,
      kind,
      name,
      namespace,
      root,
      text: this.location.text,
      span: this.location.span,
    };
  }
}
