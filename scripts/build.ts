import { chmodSync, cpSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundling } from "./bundling.ts";
import { writeDeclarations } from "./declarations.ts";
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

await writeDeclarations(path.join(dist, "index.d.ts"));
chmodSync(path.join(dist, "cli.js"), 0o755);

// What is compiled from Go is read from beside the bundle.
for (const name of ["kubeconform", "helm"])
  cpSync(path.join(root, `${name}-wasm/data`), path.join(dist, name), { recursive: true });
