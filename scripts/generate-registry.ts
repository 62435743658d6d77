import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = path.join(root, "src/lint/rules");

/** The registry of lint rules: every file below `src/lint/rules`, by category and name. */
export function registrySource(): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.includes("/") && file.endsWith(".ts"))
    .sort();
  const name = (file: string) =>
    file.replace(/\.ts$/, "").replace(/[^a-z0-9]+(.)/g, (_, char: string) => char.toUpperCase());
  return [
    "// Made from the files in this folder by `npm run build`; a test refuses a stale one.",
    'import type { LintRule } from "../rule.ts";',
    ...files.map((file) => `import ${name(file)} from "./${file}";`),
    "",
    "/** Every lint rule, by id. */",
    `export const lintRules: readonly LintRule[] = [\n${files.map((file) => `  ${name(file)},\n`).join("")}];`,
    "",
  ].join("\n");
}

export const registryFile = path.join(folder, "index.ts");

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(registryFile, registrySource());
