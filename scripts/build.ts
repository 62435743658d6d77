import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { unpack } from "../kubeconform-wasm/scripts/unpack.ts";
import { bundling } from "./bundling.ts";
import { catalogsFile, catalogsSource } from "./generate-catalogs.ts";
import { writeRegistries } from "./generate-registry.ts";
import { bundledNotices } from "./notices.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dist = path.join(root, "dist");

writeRegistries();
writeFileSync(catalogsFile, catalogsSource());
rmSync(dist, { recursive: true, force: true });

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    action: "src/action.ts",
    cli: "src/cli.ts",
    index: "src/index.ts",
    "language-worker": "src/lsp/worker.ts",
  },
  outdir: "dist",
  ...bundling,
  metafile: true,
});

writeFileSync(path.join(dist, "THIRD_PARTY_NOTICES.txt"), bundledNotices(root, metafile));

execFileSync(
  process.execPath,
  [path.join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.types.json"],
  {
    cwd: root,
    stdio: "inherit",
  },
);
// The compiler leaves the sources' own endings in declarations, where nobody else finds them.
for (const file of readdirSync(path.join(dist, "types"), { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".d.ts")) continue;
  const declaration = path.join(dist, "types", file);
  const text = readFileSync(declaration, "utf8");
  writeFileSync(declaration, text.replace(/((?:from|import\()\s*"\.[^"]*)\.ts"/g, '$1.js"'));
}
chmodSync(path.join(dist, "cli.js"), 0o755);

// The compiled validator and its schemas are read from beside the bundle.
unpack(path.join(dist, "kubeconform"));
// So is Helm, which is rarely needed and stays packed.
cpSync(path.join(root, "helm-wasm/data"), path.join(dist, "helm"), { recursive: true });
