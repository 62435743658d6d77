import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = path.join(root, "src/lint/rules");

/** Rules by id `<category>/<name>`; folders between the category and the file only group rules. */
export function ruleFiles(): { readonly id: string; readonly file: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.includes("/") && file.endsWith(".ts"))
    .map((file) => ({ id: `${file.split("/")[0]}/${path.posix.basename(file, ".ts")}`, file }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The registry of lint rules: every file below `src/lint/rules`, by id. */
export function registrySource(): string {
  const rules = ruleFiles();
  const name = (id: string) => id.replace(/[^a-z0-9]+(.)/g, (_, char: string) => char.toUpperCase());
  return [
    "// Made from the files in this folder by `npm run build`; a test refuses a stale one.",
    'import type { LintRule } from "../rule.ts";',
    ...rules.map(({ id, file }) => `import ${name(id)} from "./${file}";`),
    "",
    "/** Every lint rule, by id. */",
    `export const lintRules: readonly LintRule[] = [\n${rules.map(({ id }) => `  ${name(id)},\n`).join("")}];`,
    "",
  ].join("\n");
}

export const registryFile = path.join(folder, "index.ts");

const signalFolder = path.join(root, "policies/signals");

/** The reference events that come with the product: every file of `policies/signals`. */
export function corpusSource(): string {
  const names = readdirSync(signalFolder)
    .filter((file) => file.endsWith(".yaml") && file !== "profiles.yaml")
    .map((file) => file.replace(/\.yaml$/, ""))
    .sort();
  const variable = (id: string) => id.replace(/-(.)/g, (_, char: string) => char.toUpperCase());
  const imported = (name: string) => (name === "profiles" ? "shared" : variable(name));
  return [
    "// Made from the files in policies/signals by `npm run build`; a test refuses a stale one.",
    ...[...names, "profiles"]
      .sort()
      .map((name) => `import ${imported(name)} from "../../../policies/signals/${name}.yaml";`),
    'import type { Profiles, SignalFile } from "./signal-file.ts";',
    "",
    "/** The profiles that every file may name. */",
    "export const profiles: Profiles = (shared as { profiles: Profiles }).profiles;",
    "",
    "/** The reference events of each signal. */",
    `export const signalFiles = [\n${names.map((name) => `  ${variable(name)},\n`).join("")}] as readonly SignalFile[];`,
    "",
  ].join("\n");
}

export const corpusFile = path.join(root, "src/proof/reference/builtin.ts");

/** Writes all registries. */
export function writeRegistries(): void {
  writeFileSync(registryFile, registrySource());
  writeFileSync(corpusFile, corpusSource());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeRegistries();
