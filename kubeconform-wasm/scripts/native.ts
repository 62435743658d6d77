/** The real kubeconform and our schemas in the form it reads, to compare with. Needs Go. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { close, type Schema } from "../src/definitions.ts";

/** Builds kubeconform, in the version that go.mod names, into a folder. Returns the path of the program. */
export function buildKubeconform(folder: string): string {
  const goMod = readFileSync(fileURLToPath(new URL("../go/go.mod", import.meta.url)), "utf8");
  const [, version] = /github\.com\/yannh\/kubeconform (\S+)/.exec(goMod) ?? [];
  execFileSync("go", ["install", "-trimpath", `github.com/yannh/kubeconform/cmd/kubeconform@${version}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: "" },
    stdio: "inherit",
  });
  return join(folder, "kubeconform");
}

/** Where the schemas lie that `exportSchemas` writes, for kubeconform's `-schema-location`. */
export const schemaLocation = (folder: string) =>
  join(folder, "{{ .StrictSuffix }}", "{{ .ResourceKind }}{{ .KindSuffix }}.json");

/** The name that kubeconform looks for: `deployment-apps-v1`, of the group only the first word. */
function fileName(key: string): string {
  const [kind, version, group] = key.toLowerCase().split("/").reverse() as [string, string, string?];
  return `${[kind, ...(group ? [group.split(".")[0]] : []), version].join("-")}.json`;
}

/** Writes one file a kind, with all definitions that the kind needs. @param lines see lines.ts */
export function exportSchemas(lines: string, folder: string): void {
  const definitions = new Map<string, string>();
  const kinds: [key: string, name: string][] = [];
  for (const line of lines.split("\n")) {
    const [name, value] = line.split("\t");
    if (!name || !value) continue;
    if (value.startsWith(">")) kinds.push([name, value.slice(1)]);
    else definitions.set(name, value);
  }
  for (const strict of [false, true]) {
    const target = join(folder, strict ? "-strict" : "");
    mkdirSync(target, { recursive: true });
    for (const [key, name] of kinds) {
      writeFileSync(join(target, fileName(key)), JSON.stringify(standalone(name, definitions, strict)));
    }
  }
}

function standalone(root: string, texts: Map<string, string>, strict: boolean): Schema {
  const definitions: Record<string, Schema> = {};
  const add = (reference: string): string => {
    const pointer = `#/definitions/${reference.replaceAll("/", "~1")}`;
    if (definitions[reference]) return pointer;
    const isRequired = reference.endsWith("!");
    const schema = JSON.parse(texts.get(isRequired ? reference.slice(0, -1) : reference)!) as Schema;
    definitions[reference] = schema;
    if (strict) close(schema);
    if (isRequired && Array.isArray(schema.type)) {
      schema.type = schema.type.filter((type) => type !== "null");
    }
    refer(schema, add);
    return pointer;
  };
  return { $ref: add(`${root}!`), definitions };
}

/** Turns `definition` into the `$ref` that every schema library knows. */
function refer(schema: unknown, add: (reference: string) => string): void {
  if (typeof schema !== "object" || schema === null) return;
  const target = schema as Schema;
  if (typeof target.definition === "string") {
    target.$ref = add(target.definition);
    delete target.definition;
  }
  for (const value of Object.values(target)) refer(value, add);
}
