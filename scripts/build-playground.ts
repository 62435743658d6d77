import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { bundledNotices } from "./notices.ts";
import { schemaValidators } from "./schema-validators.ts";
import { yamlModules } from "./yaml-modules.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Writes the playground as static files: the page, and the worker with the same code as the command line. */
export async function buildPlayground(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { page: "playground/src/page.ts", worker: "playground/src/worker.ts" },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    chunkNames: "[name]-[hash]",
    minify: true,
    legalComments: "none",
    metafile: true,
    // Paths of files are only texts here.
    alias: { "node:path": "pathe" },
    // What imports other parts of Node is left out of the bundle, as nothing in it is used.
    external: ["node:*"],
    write: false,
    plugins: [yamlModules.esbuild, schemaValidators.esbuild],
    logLevel: "warning",
  });
  const outputs = reachable(metafile);
  for (const { path: file, contents } of outputFiles)
    if (outputs.has(path.relative(root, file))) writeFileSync(file, contents);
  for (const file of ["index.html", "style.css"])
    copyFileSync(path.join(root, "playground", file), path.join(folder, file));
  writeFileSync(path.join(folder, "THIRD_PARTY_NOTICES.txt"), bundledNotices(root, metafile));
}

/**
 * The files that the entries lead to: esbuild also writes those that are imported on demand by code that it left out.
 *
 * @throws Error when one of them needs a part of Node, which no browser has
 */
function reachable({ outputs }: Metafile): Set<string> {
  const pending = Object.keys(outputs).filter((file) => outputs[file]!.entryPoint?.startsWith("playground/"));
  const seen = new Set<string>();
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { path: imported, external } of outputs[file]!.imports) {
      if (external === true)
        throw new Error(`${path.basename(file)} imports ${imported}, which no browser has.`);
      pending.push(imported);
    }
  }
  return seen;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildPlayground(path.resolve(root, process.argv[2] ?? "playground/dist"));
