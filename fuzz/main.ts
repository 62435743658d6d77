import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { bundling } from "../scripts/bundling.ts";
import type { Case, TargetName } from "./targets.ts";
import type { Message, Order, Outcome } from "./worker.ts";

/*
 * Calls the entry points with mutations of the repository's own files, and keeps the cases in which something does not
 * hold: an exception, a call of more than 2 seconds or 500 MB, a position outside of its file, output that is not valid
 * in its format, another output for the same input. Cases that were kept are called first.
 */
const root = path.resolve(import.meta.dirname, "..");
const seeds = path.join(root, "fuzz/seeds");
/** Seconds of processor time after which a call is given up. */
const patience = 20;
/** So many different failures end the run. */
const enough = 25;

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "3600" },
    target: { type: "string", multiple: true, default: [] },
  },
});
const seed = Number(values.seed);
const cases = Number(values.cases);
const end = performance.now() + Number(values.seconds) * 1000;

/** The worker as a bundle, beside what a bundle is shipped with. */
async function bundle(): Promise<string> {
  const place = path.join(root, ".cache/fuzz");
  rmSync(place, { recursive: true, force: true });
  const outdir = path.join(place, "dist");
  mkdirSync(outdir, { recursive: true });
  const entryPoints = [path.join(root, "fuzz/worker.ts")];
  await build({ ...bundling, absWorkingDir: root, entryPoints, outdir, external: ["jsdom"] });
  cpSync(path.join(root, "kubeconform-wasm/data"), path.join(outdir, "kubeconform"), { recursive: true });
  cpSync(path.join(root, "helm-wasm/data"), path.join(outdir, "helm"), { recursive: true });
  for (const shipped of ["docs", "policies"])
    symlinkSync(path.join(root, shipped), path.join(place, shipped));
  return path.join(outdir, "worker.js");
}

const failures = new Map<string, Outcome>();
const counts = new Map<string, number>();

function record(outcome: Outcome): void {
  const why = outcome.why ?? "";
  // The same failure of other input.
  const key = `${outcome.target}: ${why
    .split("\n", 3)
    .join("\n")
    .replace(/\d+/g, "N")
    .replace(/"[^"]*"/g, '"…"')
    .slice(0, 300)}`;
  if (failures.has(key)) return;
  failures.set(key, outcome);
  const kept = JSON.stringify(outcome.failed, null, 2);
  const file = path.join(seeds, `${createHash("sha256").update(kept).digest("hex").slice(0, 12)}.json`);
  if (!existsSync(file)) writeFileSync(file, `${kept}\n`);
  console.error(`\n${outcome.target}: ${why}\n  kept as ${path.relative(root, file)}`);
}

interface Ended {
  /** The case that ended it; undefined where all were called. */
  readonly at?: number;
  readonly why?: string;
}

/** Runs a worker to its end, or to that of a call that takes too much. */
function work(
  worker: string,
  order: Omit<Order, "now" | "root" | "seed">,
  hear: (message: Message) => void,
): Promise<Ended> {
  return new Promise((resolve) => {
    const now = new Int32Array(new SharedArrayBuffer(4));
    const workerData: Order = { ...order, root, seed, now };
    const thread = new Worker(worker, { workerData, resourceLimits: { maxOldGenerationSizeMb: 500 } });
    let last = { at: 0, cpu: process.cpuUsage() };
    const stop = (ended: Ended) => {
      clearInterval(watch);
      void thread.terminate().then(() => resolve(ended));
    };
    const watch = setInterval(() => {
      const at = Atomics.load(now, 0);
      if (at !== last.at) last = { at, cpu: process.cpuUsage() };
      const { user, system } = process.cpuUsage(last.cpu);
      if ((user + system) / 1e6 > patience)
        stop({ at, why: `Does not hold: more than ${patience} seconds of processor time` });
      else if (performance.now() > end || failures.size >= enough) stop({});
    }, 500);
    thread.on("message", hear);
    thread.on("error", (error) => stop({ at: Atomics.load(now, 0), why: String(error.stack ?? error) }));
    thread.on("exit", () => stop({}));
  });
}

/** The case of a number, without a call. */
async function caseOf(
  worker: string,
  number: number,
  kept: readonly Case[],
  names: readonly TargetName[],
): Promise<Case> {
  if (number < 0) return kept[-1 - number]!;
  let made: Case | undefined;
  const hear = (message: Message) => {
    if ("failed" in message) made = message.failed;
  };
  await work(worker, { kept: [], names, from: number, to: number + 1, isDry: true }, hear);
  return made!;
}

const total = () => [...counts.values()].reduce((sum, count) => sum + count, 0);
let shown = 0;

async function main(): Promise<number> {
  const worker = await bundle();
  const names = values.target as TargetName[];
  let kept = readdirSync(seeds)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(path.join(seeds, file), "utf8")) as Case);
  const start = performance.now();
  console.log(`${kept.length} kept cases, then ${cases} of seed ${seed}`);
  for (let from = 0; from < cases && performance.now() < end && failures.size < enough; ) {
    const before = new Map(counts);
    const ended = await work(worker, { kept, names, from, to: cases, isDry: false }, (message) => {
      if (!("counts" in message)) return record(message);
      for (const [name, count] of message.counts) counts.set(name, (before.get(name) ?? 0) + count);
      if (total() >= shown + cases / 10) {
        shown = total();
        console.log(`${shown} cases`);
      }
    });
    if (ended.at === undefined) break;
    const failed = await caseOf(worker, ended.at, kept, names);
    record({ target: failed.target, failed, why: ended.why ?? "" });
    from = Math.max(0, ended.at + 1);
    // Those before it hold, and it does not.
    kept = ended.at < 0 ? kept.slice(-ended.at) : [];
  }
  const split = [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${total()} cases in ${seconds} seconds (${split}): ${failures.size} different failures`);
  return failures.size === 0 ? 0 : 1;
}

process.exitCode = await main();
