import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { run } from "../src/commands/index.ts";
import { type Corpus, readCorpus } from "./corpus.ts";
import { Random } from "./random.ts";
import { type Case, makeCase, type TargetName, targets } from "./targets.ts";

/** What the main thread asks for. */
export interface Order {
  /** The repository. */
  readonly root: string;
  /** Cases that failed once. */
  readonly kept: readonly Case[];
  readonly seed: number;
  readonly names: readonly TargetName[];
  /** Numbers of the first case, and of the first that is left out. */
  readonly from: number;
  readonly to: number;
  /** Whether the cases are handed over and not called. */
  readonly isDry: boolean;
  /** Holds the number of the case that is called; those that were kept count down from -1. */
  readonly now: Int32Array;
}

export interface Outcome {
  readonly target: TargetName;
  readonly failed?: Case;
  readonly why?: string;
}

/** What the main thread hears: a case that failed, or how many cases of each target were called. */
export type Message = Outcome | { readonly counts: readonly (readonly [string, number])[] };

/** Seconds of processor time that no call may take. */
const maxSeconds = 2;
/** Megabytes that no call may leave outside of the heap, whose size is limited. */
const maxMegabytes = 500;
/** One case in this many is called again, to see whether it gives the same. */
const again = 8;

const { root, kept, seed, names, from, to, isDry, now } = workerData as Order;
const top = mkdtempSync(path.join(tmpdir(), "falcoverage-fuzz-"));
const folder = path.join(top, "workspace");
mkdirSync(folder);

// Reports say when they were made, which is the same here.
const today = Date.UTC(2026, 9, 2, 12);
globalThis.Date = class extends Date {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [today] : given) as [number]));
  }

  static override now(): number {
    return today;
  }
} as DateConstructor;

/** @throws Error where something does not hold */
async function prove(given: Case, isTwice: boolean): Promise<void> {
  const { call } = targets[given.target];
  const start = process.cpuUsage();
  const result = await call(given, folder);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (seconds > maxSeconds) {
    // What is compiled and collected at the first time counts for no call.
    const second = process.cpuUsage();
    await call(given, folder);
    const { user, system } = process.cpuUsage(second);
    if ((user + system) / 1e6 > maxSeconds)
      throw new Error(`Does not hold: ${seconds} seconds of processor time`);
  }
  if (isTwice) {
    const { external, arrayBuffers } = process.memoryUsage();
    const outside = Math.max(external, arrayBuffers) / 2 ** 20;
    if (outside > maxMegabytes) throw new Error(`Does not hold: ${outside} MB outside of the heap`);
  }
  if (isTwice && (await call(given, folder)) !== result)
    throw new Error("Does not hold: the same input gives the same");
}

async function outcomeOf(given: Case, isTwice: boolean): Promise<Outcome> {
  try {
    await prove(given, isTwice);
    return { target: given.target };
  } catch (error) {
    return {
      target: given.target,
      failed: given,
      why: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** A report of the whole workspace, from which others are made. */
async function withReport(corpus: Corpus): Promise<Corpus> {
  let report = "";
  const stdout = { write: (text: string) => (report += text) };
  const cwd = () => path.join(root, "fuzz/workspace");
  await run(["check", "--format", "json"], { stdout, stderr: { write: () => true }, env: {}, cwd });
  return { ...corpus, whole: { ...corpus.whole, "report.json": report, "second.json": report } };
}

const say = (message: Message) => parentPort!.postMessage(message);

async function callKept(): Promise<void> {
  for (const [index, given] of kept.entries()) {
    Atomics.store(now, 0, -1 - index);
    const outcome = await outcomeOf(given, true);
    if (outcome.failed !== undefined) say(outcome);
  }
}

async function callMade(): Promise<void> {
  const corpus = await withReport(readCorpus(root));
  const counts = new Map<string, number>();
  for (let number = from; number < to; number++) {
    Atomics.store(now, 0, number);
    const given = makeCase(new Random(seed, number), corpus, names);
    if (isDry) {
      say({ target: given.target, failed: given });
      continue;
    }
    const outcome = await outcomeOf(given, number % again === 0);
    counts.set(outcome.target, (counts.get(outcome.target) ?? 0) + 1);
    if (outcome.failed !== undefined) say(outcome);
    if (number % 1000 === 0) say({ counts: [...counts] });
  }
  say({ counts: [...counts] });
}

await callKept();
await callMade();
rmSync(top, { recursive: true });
