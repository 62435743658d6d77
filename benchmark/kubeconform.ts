/**
 * How fast kubeconform in WebAssembly is, as ratios from one run on the same files:
 *
 *   npx tsx benchmark/kubeconform.ts
 *
 * - cold: a whole process that checks one manifest, against an empty Node process
 * - warm: what a document costs once everything is compiled, against kubeconform itself on one thread
 * - thousand: a whole process that checks 1,000 documents, against kubeconform with its usual threads
 *
 * The last two need Go, to build kubeconform.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { allCustomResources, readKubernetes } from "../kubeconform-wasm/scripts/build-schemas.ts";
import { installedGo } from "../kubeconform-wasm/scripts/build-wasm.ts";
import { toLines, write } from "../kubeconform-wasm/scripts/lines.ts";
import { KUBERNETES } from "../kubeconform-wasm/scripts/modules.ts";
import { buildKubeconform, exportSchemas, schemaLocation } from "../kubeconform-wasm/scripts/native.ts";
import { unpack } from "../kubeconform-wasm/scripts/unpack.ts";

const root = path.resolve(import.meta.dirname, "..");
const rounds = 9;
const folder = mkdtempSync(path.join(tmpdir(), "benchmark-"));

try {
  const documents = readFileSync(path.join(root, "kubeconform-wasm/scripts/warm-up.yaml"), "utf8")
    .split("\n---\n")
    .filter((document) => !document.includes("kind: List"));
  const one = path.join(folder, "one");
  writeManifests(one, [documents.find((document) => document.includes("kind: Deployment"))!], 1);
  const thousand = path.join(folder, "thousand");
  writeManifests(thousand, repeated(documents, 1000), 10);
  const run = await bundle();

  const [empty, cold] = fastest([
    [process.execPath, "--eval", "0"],
    [process.execPath, run, one],
  ]);
  report("cold", cold!, empty!, "an empty Node process", "ms");

  if (installedGo() === undefined)
    console.log("warm, thousand: skipped, there is no Go to build kubeconform with");
  else {
    const schemas = path.join(folder, "schemas");
    exportSchemas(write(toLines(readKubernetes(KUBERNETES[0]))) + allCustomResources(), schemas);
    const native = [
      buildKubeconform(folder),
      "-strict",
      "-summary",
      "-schema-location",
      schemaLocation(schemas),
    ];

    const four = path.join(folder, "four-thousand");
    writeManifests(four, repeated(documents, 4000), 10);
    const [less, more] = fastest([
      [...native, "-n", "1", thousand],
      [...native, "-n", "1", four],
    ]);
    report(
      "warm",
      warm(run, thousand),
      ((more! - less!) / 3000) * 1000,
      "kubeconform, one thread",
      "µs a document",
    );

    const [theirs, single, pool] = fastest([
      [...native, thousand],
      [process.execPath, run, thousand],
      [process.execPath, run, thousand, "pool"],
    ]);
    report("thousand", single!, theirs!, "kubeconform", "ms");
    report("thousand, with worker threads", pool!, theirs!, "kubeconform", "ms");
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The package as it is published, and a program that checks a folder with it. */
async function bundle(): Promise<string> {
  const target = path.join(folder, "package");
  const source = path.join(root, "kubeconform-wasm/src");
  await build({
    entryPoints: { index: `${source}/index.ts`, pool: `${source}/pool.ts`, worker: `${source}/worker.ts` },
    outdir: target,
    outExtension: { ".js": ".js" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
  });
  unpack(path.join(target, "kubeconform"));
  writeFileSync(path.join(target, "package.json"), '{"type": "module"}');
  const program = path.join(target, "run.js");
  writeFileSync(
    program,
    `import { readdirSync, readFileSync } from "node:fs";
     import { createValidator, tuneForShortRuns } from "./index.js";
     const [folder, mode] = process.argv.slice(2);
     const texts = readdirSync(folder).map((name) => readFileSync(folder + "/" + name, "utf8"));
     if (mode !== "warm") tuneForShortRuns();
     let results;
     if (mode === "pool") results = await (await import("./pool.js")).validateAll(texts, { strict: true });
     else {
       const { validate } = await createValidator({ strict: true });
       for (let round = mode === "warm" ? 15 : 1; round > 0; round--) {
         const start = performance.now();
         results = texts.map(validate);
         if (mode === "warm") console.log((performance.now() - start) / results.flat().length);
       }
     }
     if (results.flat().some(({ status }) => status !== "valid")) throw new Error("not valid");`,
  );
  return program;
}

function writeManifests(target: string, manifests: string[], each: number): void {
  mkdirSync(target);
  for (let i = 0; i < manifests.length; i += each) {
    writeFileSync(path.join(target, `${i}.yaml`), manifests.slice(i, i + each).join("\n---\n"));
  }
}

function repeated(documents: string[], count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    documents[i % documents.length]!.replace(/name: [a-z-]+/, `name: r${i}`),
  );
}

/** The fastest of several rounds of each command in milliseconds, the commands taking turns. */
function fastest(commands: string[][]): number[] {
  const best = commands.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, [program, ...parameters]] of commands.entries()) {
      const start = performance.now();
      const { status, stderr } = spawnSync(program!, parameters, { encoding: "utf8" });
      if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
      best[index] = Math.min(best[index]!, performance.now() - start);
    }
  }
  return best;
}

/** Microseconds a document, in the fastest round of a process. */
function warm(program: string, target: string): number {
  const output = execFileSync(process.execPath, [program, target, "warm"], { encoding: "utf8" });
  return Math.min(...output.trim().split("\n").map(Number)) * 1000;
}

function report(name: string, ours: number, theirs: number, other: string, unit: string): void {
  const ratio = (ours / theirs).toFixed(2);
  console.log(`${name}: ${ratio} times ${other} (${ours.toFixed(0)} to ${theirs.toFixed(0)} ${unit})`);
}
