import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { ExtraSchema } from "../../kubeconform-wasm/src/index.ts";
import { at, parseYaml, readNamed, Text, text, toData, UsageError } from "../project/index.ts";
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
    let file: string;
    try {
      file = inside(name, root);
    } catch {
      continue; // No schema for this kind here, or the kind's name leads out of the workspace.
    }
    found.push({ apiVersion, kind, schema: readJson(file, name) });
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
  let given: string;
  try {
    given = inside(location, root);
  } catch {
    throw new UsageError(`schema-location names ${location}, which is not in the workspace.`);
  }
  if (!statSync(given).isDirectory()) return [given];
  return readdirSync(given)
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .sort()
    .map((name) => inside(path.join(given, name), root));
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

/** The real path of a file of the workspace. Throws where there is none. */
function inside(name: string, root: string): string {
  const real = realpathSync(path.resolve(root, name));
  const relative = path.relative(realpathSync(root), real);
  if (relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
    throw new Error("outside the workspace");
  }
  return real;
}
