import path from "node:path";
import {
  at,
  emptyMap,
  entries,
  entryAt,
  isReadable,
  items,
  type Location,
  MapEditor,
  type MapNode,
  type Node,
  nodeAt,
  type Source,
  text,
  wholeText,
  withEntry,
} from "../../../project/index.ts";
import { type Item, idsOf, itemOf, withRoot } from "./item.ts";
import type { Kustomization, Reader } from "./kustomization.ts";

const generators = [
  { field: "configMapGenerator", kind: "ConfigMap", dataKey: "data" },
  { field: "secretGenerator", kind: "Secret", dataKey: "stringData" },
] as const;

/** The ConfigMaps and Secrets that a kustomization generates from files and literals, merged over existing ones. */
export function generated(
  kustomization: Kustomization,
  given: readonly Item[],
  reader: Reader,
): readonly Item[] {
  const { root, source } = kustomization;
  const common = at(root, "generatorOptions");
  let result: readonly Item[] = given;
  for (const { field, kind, dataKey } of generators) {
    for (const generator of items(at(root, field))) {
      if (generator.kind !== "map") continue;
      const name = text(at(generator, "name")) ?? "";
      const { data, open } = dataOf(kustomization, generator, reader);
      const namespace = at(generator, "namespace");
      const behavior = text(at(generator, "behavior")) ?? "create";
      const old = result.find(
        (item) =>
          behavior !== "create" &&
          idsOf(item).some((id) => id.kind === kind && id.name === name) &&
          (namespace === undefined || item.resource.namespace === text(namespace)),
      );
      if (old !== undefined) {
        const changed = laidOver(old, data, open, dataKey, behavior === "merge");
        result = result.map((item) => (item === old ? changed : item));
        continue;
      }
      const made = madeRoot(generator, common, kind, dataKey, data);
      const resource = {
        source,
        apiVersion: "v1",
        kind,
        name,
        namespace: text(namespace),
        root: made,
        text: generator.text,
        span: generator.span,
      };
      result = [...result, itemOf(resource, { open, hashed: isHashed(generator, common) })];
    }
  }
  return result;
}

function isHashed(generator: MapNode, common: Node | undefined): boolean {
  const key = "disableNameSuffixHash";
  return text(at(generator, "options", key) ?? at(common, key)) !== "true";
}

/** `merge` adds keys to those that are there, `replace` puts them in their place. */
function laidOver(
  old: Item,
  data: MapNode,
  open: Location | undefined,
  dataKey: string,
  merges: boolean,
): Item {
  const { root } = old.resource;
  // kustomize forgets the plain texts of a Secret that it did not make itself.
  const isKept = merges && (dataKey === "data" || old.resource.source.kind === "kustomization");
  const kept = isKept ? at(root, dataKey) : undefined;
  const merged = new MapEditor(kept?.kind === "map" ? kept : emptyMap(data));
  for (const { key, value } of data.entries) merged.set(key, value);
  const base = merges ? root : withEntry(withEntry(root, "data", undefined), "binaryData", undefined);
  const changed = withRoot(old, withEntry(base, dataKey, merged.done()));
  return { ...changed, open: open ?? (merges ? old.open : undefined) };
}

function madeRoot(
  generator: MapNode,
  common: Node | undefined,
  kind: string,
  dataKey: string,
  data: MapNode,
): MapNode {
  const name = at(generator, "name") ?? generator;
  const metadata = new MapEditor(emptyMap(generator)).set("name", nodeAt(text(name) ?? "", name));
  const namespace = at(generator, "namespace");
  if (namespace !== undefined) metadata.set("namespace", namespace);
  for (const field of ["labels", "annotations"]) {
    const values = [...entries(at(common, field)), ...entries(at(generator, "options", field))];
    if (values.length === 0) continue;
    const map = new MapEditor(emptyMap(generator));
    for (const { key, value } of values) map.set(key, value);
    metadata.set(field, map.done());
  }
  const type = at(generator, "type");
  const immutable = at(generator, "options", "immutable") ?? at(common, "immutable");
  return {
    ...generator,
    entries: [
      entryAt("apiVersion", nodeAt("v1", generator)),
      entryAt("kind", nodeAt(kind, generator)),
      entryAt("metadata", metadata.done()),
      ...(immutable === undefined ? [] : [entryAt("immutable", immutable)]),
      ...(type === undefined || kind !== "Secret" ? [] : [entryAt("type", type)]),
      entryAt(dataKey, data),
    ],
  };
}

interface Data {
  readonly data: MapNode;
  /** A file that was not read and brings further keys. */
  readonly open: Location | undefined;
}

function dataOf({ folder }: Kustomization, generator: MapNode, reader: Reader): Data {
  const data = new MapEditor(emptyMap(generator));
  const unread = [
    ...addFiles(data, folder, generator, reader),
    ...addVariables(data, folder, generator, reader),
  ];
  for (const node of items(at(generator, "literals"))) {
    const literal = text(node) ?? "";
    const equals = literal.indexOf("=");
    if (equals > 0) data.set(literal.slice(0, equals), nodeAt(unquoted(literal.slice(equals + 1)), node));
  }
  return { data: data.done(), open: unread[0] };
}

/** @returns the items of `files` whose file was not read */
function addFiles(data: MapEditor, folder: string, generator: MapNode, reader: Reader): Node[] {
  return items(at(generator, "files")).filter((node) => {
    const [first = "", second] = (text(node) ?? "").split("=", 2);
    const source = reader.source(folder, second ?? first);
    const key = second === undefined ? path.posix.basename(first) : first;
    if (source !== undefined) data.set(key, wholeText(source.text));
    // Of other files, such as certificates, it is enough that they exist.
    else if (!isReadable(second ?? first)) data.set(key, nodeAt("", node));
    else return true;
    return false;
  });
}

/** @returns the items of `env` and `envs` whose file was not read */
function addVariables(data: MapEditor, folder: string, generator: MapNode, reader: Reader): Node[] {
  const single = at(generator, "env");
  return [...(single === undefined ? [] : [single]), ...items(at(generator, "envs"))].filter((node) => {
    const source = reader.source(folder, text(node) ?? "");
    if (source === undefined) return true;
    for (const [key, value] of variablesIn(source)) data.set(key, value);
    return false;
  });
}

/** The lines `NAME=value` of a file. A name alone means a variable of whoever builds, which nobody knows. */
function* variablesIn({ text: within }: Source): Iterable<[string, Node]> {
  for (const match of within.content.matchAll(/^[ \t]*([A-Za-z_.-][\w.-]*)=(.*?)\r?$/gm)) {
    const [whole, name = "", value = ""] = match;
    const end = match.index + whole.trimEnd().length;
    yield [name, nodeAt(value, { text: within, span: { start: end - value.trimEnd().length, end } })];
  }
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
