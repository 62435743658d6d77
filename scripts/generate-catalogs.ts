import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = "policies/frameworks";

/** The catalogs in the folder: the head of each, which is small, and a function that loads the whole of it. */
export function catalogsSource(): string {
  const entries = readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => {
      const { framework } = parse(readFileSync(path.join(root, folder, name), "utf8")) as {
        framework?: unknown;
      };
      if (framework === undefined) return [];
      return [`  { head: ${JSON.stringify(framework)}, load: () => import("../../${folder}/${name}") },`];
    });
  return [
    `// Made from the files in ${folder} by \`npm run build\`; a test refuses a stale one.`,
    'import type { CatalogHead } from "./catalog.ts";',
    "",
    "/** The frameworks that come with the product. */",
    "export const catalogs: readonly {",
    "  readonly head: CatalogHead;",
    "  readonly load: () => Promise<{ readonly default: unknown }>;",
    "}[] = [",
    ...entries,
    "];",
    "",
  ].join("\n");
}

export const catalogsFile = path.join(root, "src/compliance/catalogs.ts");

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(catalogsFile, catalogsSource());
