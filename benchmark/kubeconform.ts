/**
 * How fast kubeconform in WebAssembly is, as ratios from one run on the same files, in time and in time of all
 * processors together (which a busy machine changes less):
 *
 *   npx tsx benchmark/kubeconform.ts
 *
 * - cold: a whole process that checks one manifest, against an empty Node process
 * - warm: what a document costs once everything is compiled, against kubeconform itself on one thread
 * - thousand: a whole process that checks 1,000 documents in one thread, against kubeconform with its usual threads
 *
 * The last two need Go, to build kubeconform.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { allCustomResources, readKubernetes } from "../kubeconform-wasm/scripts/build-schemas.ts";
import { installedGo } from "../kubeconform-wasm/scripts/go.ts";
import { toLines, write } from "../kubeconform-wasm/scripts/lines.ts";
import { KUBERNETES } from "../kubeconform-wasm/scripts/modules.ts";
import { buildKubeconform, exportSchemas, schemaLocation } from "../kubeconform-wasm/scripts/native.ts";

const root = path.resolve(import.meta.dirname, "..");
const rounds = 7;
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

  const [empty, cold] = cheapest([
    [process.execPath, "--eval", "0"],
    [process.execPath, run, one],
  ]);
  report("cold", cold!, empty!, "an empty Node process");

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
    const [less, more] = cheapest([
      [...native, "-n", "1", thousand],
      [...native, "-n", "1", four],
    ]);
    const each = { wall: (more!.wall - less!.wall) / 3000, cpu: (more!.cpu - less!.cpu) / 3000 };
    report("warm, a document", warm(run, thousand), each, "kubeconform on one thread");

    const [theirs, ours] = cheapest([
      [...native, thousand],
      [process.execPath, run, thousand],
    ]);
    report("thousand", ours!, theirs!, "kubeconform");
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The package as it is published, and a program that checks a folder with it. */
async function bundle(): Promise<string> {
  const target = path.join(folder, "package");
  const source = path.join(root, "kubeconform-wasm/src");
  await build({
    entryPoints: [`${source}/index.ts`, `${source}/pool.ts`, `${source}/worker.ts`],
    outdir: target,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
  });
  cpSync(path.join(root, "kubeconform-wasm/data"), path.join(target, "kubeconform"), { recursive: true });
  writeFileSync(path.join(target, "package.json"), '{"type": "module"}');
  const program = path.join(target, "run.js");
  writeFileSync(
    program,
    `import { readdirSync, readFileSync } from "node:fs";
     import { createValidator, tuneForShortRuns } from "./index.js";
     const [folder, mode] = process.argv.slice(2);
     const texts = readdirSync(folder).map((name) => readFileSync(folder + "/" + name, "utf8"));
     if (mode !== "warm") tuneForShortRuns();
     const { validate } = await createValidator({ strict: true });
     let results;
     for (let round = mode === "warm" ? 15 : 1; round > 0; round--) {
       const start = performance.now();
       const used = process.cpuUsage();
       results = texts.map(validate);
       const { user, system } = process.cpuUsage(used);
       const count = results.flat().length;
       if (mode === "warm") console.log((performance.now() - start) / count, (user + system) / 1000 / count);
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

interface Cost {
  /** Milliseconds on the clock. */
  wall: number;
  /** Milliseconds of all processors. */
  cpu: number;
}

/** The least that each command took in several rounds, the commands taking turns. */
function cheapest(commands: string[][]): Cost[] {
  const best = commands.map((): Cost => ({ wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const { wall, cpu } = cost(command);
      best[index] = { wall: Math.min(best[index]!.wall, wall), cpu: Math.min(best[index]!.cpu, cpu) };
    }
  }
  return best;
}

/** Bash tells what a command costs; Node knows only its own share. */
function cost(command: string[]): Cost {
  const script = 'TIMEFORMAT="%3R %3U %3S"; { time "$0" "$@" > /dev/null 2>&3; } 3>&2 2>&1';
  const output = execFileSync("bash", ["-c", script, ...command], { encoding: "utf8" });
  const [wall, user, system] = output
    .trim()
    .split(" ")
    .map((seconds) => Number(seconds) * 1000);
  return { wall: wall!, cpu: user! + system! };
}

/** What a document costs in the cheapest round of a process, in milliseconds. */
function warm(program: string, target: string): Cost {
  const output = execFileSync(process.execPath, [program, target, "warm"], { encoding: "utf8" });
  const turns = output
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number) as [number, number]);
  return { wall: Math.min(...turns.map(([wall]) => wall)), cpu: Math.min(...turns.map(([, cpu]) => cpu)) };
}

function report(name: string, ours: Cost, theirs: Cost, other: string): void {
  const ratio = (measure: keyof Cost) =>
    `${(ours[measure] / theirs[measure]).toFixed(2)} (${ours[measure].toPrecision(3)} to ${theirs[measure].toPrecision(3)} ms)`;
  console.log(`${name}, to ${other}: time ${ratio("wall")}, processors ${ratio("cpu")}`);
}
