import path from "node:path";
import type { ExtraSchema } from "../../kubeconform-wasm/src/index.ts";
import {
  at,
  entriesOf,
  isOutside,
  parseYaml,
  readNamed,
  Text,
  targetOf,
  text,
  toData,
  UsageError,
} from "../project/index.ts";
import type { Resource } from "./resource.ts";

/** Reads the schemas of a CustomResourceDefinition, given as data. */
export type ReadDefinition = (definition: unknown) => ExtraSchema[];

/**
 * Schemas from the files that `schema-location` names: a CustomResourceDefinition, a folder of them, or a path
 * of JSON Schema files with kubeconform's placeholders, `schemas/{{ .ResourceKind }}{{ .KindSuffix }}.json`, which
 * is looked up for every kind among the resources.
 *
 * @throws UsageError where a location does not exist, is outside the workspace or cannot be read
 */
export function schemasFrom(
  locations: readonly string[],
  root: string,
  resources: readonly Resource[],
  readDefinition: ReadDefinition,
): ExtraSchema[] {
  return locations.flatMap((location) =>
    location.includes("{{")
      ? fromTemplate(location, root, resources)
      : filesOf(location, root).flatMap((file) => fromDefinitions(file, readDefinition)),
  );
}

function fromTemplate(location: string, root: string, resources: readonly Resource[]): ExtraSchema[] {
  const kinds = new Map(
    resources.map(({ apiVersion, kind }) => [`${apiVersion}/${kind}`, { apiVersion, kind }]),
  );
  const found: ExtraSchema[] = [];
  for (const { apiVersion, kind } of kinds.values()) {
    const name = fill(location, apiVersion, kind);
    const target = within(name, root);
    // Without one there is no schema for this kind here, or the kind's name leads out of the workspace.
    if (target !== undefined) found.push({ apiVersion, kind, schema: readJson(target.real, name) });
  }
  return found;
}

/** kubeconform's placeholders. */
function fill(location: string, apiVersion: string, kind: string): string {
  const parts = apiVersion.split("/");
  const [group = ""] = parts;
  const version = parts.at(-1) ?? "";
  const suffix = [group.split(".")[0] ?? "", ...parts.slice(1)]
    .map((part) => `-${part.toLowerCase()}`)
    .join("");
  const values: Readonly<Record<string, string>> = {
    ResourceKind: kind.toLowerCase(),
    ResourceAPIVersion: version,
    Group: group,
    KindSuffix: suffix,
    StrictSuffix: "-strict",
  };
  return location.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (all, name: string) => values[name] ?? all);
}

function filesOf(location: string, root: string): string[] {
  const given = within(location, root);
  if (given === undefined)
    throw new UsageError(`schema-location names ${location}, which is not in the workspace.`);
  if (!given.isFolder) return [given.real];
  const entries = entriesOf(given.real);
  if (typeof entries === "string")
    throw new UsageError(`schema-location names ${location}, which cannot be read (${entries}).`);
  return entries
    .filter(({ name }) => /\.(?:ya?ml|json)$/.test(name))
    .map(({ name }) => {
      const target = within(path.join(given.real, name), root);
      if (target !== undefined) return target.real;
      throw new UsageError(
        `schema-location names ${location}, where ${name} is a link that leads nowhere or out of the workspace.`,
      );
    });
}

function fromDefinitions(file: string, readDefinition: ReadDefinition): ExtraSchema[] {
  return parseYaml(new Text(file, read(file))).flatMap(({ root }) =>
    text(at(root, "kind")) === "CustomResourceDefinition" ? readDefinition(toData(root)) : [],
  );
}

function readJson(file: string, name: string): unknown {
  try {
    return JSON.parse(read(file));
  } catch (error) {
    throw new UsageError(`The schema ${name} is not readable: ${(error as Error).message}`);
  }
}

function read(file: string): string {
  const read = readNamed(file);
  if (read.kind === "text") return read.content;
  throw new UsageError(
    `The schema ${file} cannot be read: it is ${read.kind === "missing" ? "gone" : read.reason}.`,
  );
}

/** Where a path leads; undefined where that is nothing, or outside of the workspace. */
function within(name: string, root: string): ReturnType<typeof targetOf> {
  const target = targetOf(path.resolve(root, name));
  const workspace = targetOf(root);
  if (target === undefined || workspace === undefined) return undefined;
  return isOutside(path.relative(workspace.real, target.real)) ? undefined : target;
}
