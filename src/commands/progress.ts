import { Worker } from "node:worker_threads";
import type { Inspection, InspectOptions } from "../check.ts";
import { Limits } from "../project/index.ts";
import type { Terminal } from "./terminal.ts";

/** Milliseconds after which people want to know what takes so long. */
const patience = 1000;

/*
 * Runs beside the check, which leaves the main thread no time to write: from a second on, a line with what it does and
 * for how long.
 */
const writer = `
const { parentPort } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const start = Date.now();
let words = "Working";
parentPort.on("message", (step) => { words = step; });
setInterval(() => {
  const passed = Date.now() - start;
  if (passed >= ${patience}) writeSync(2, "\\r\\x1b[2K" + words + " … " + Math.floor(passed / 1000) + " s");
}, 250);
`;

/**
 * Runs work that may take long. In a terminal, what it does is shown on standard error from a second on, and gone when
 * it ends; nowhere else is anything written.
 *
 * @param work takes a function that names the step that begins, in words of ours
 */
export async function withProgress<T>(
  terminal: Terminal,
  isQuiet: boolean,
  work: (onStep: ((step: string) => void) | undefined) => Promise<T>,
): Promise<T> {
  if (isQuiet || terminal.stderr.isTTY !== true || terminal.env.CI || terminal.env.TERM === "dumb")
    return work(undefined);
  const start = performance.now();
  const worker = new Worker(writer, { eval: true });
  worker.unref();
  try {
    return await work((step) => worker.postMessage(step));
  } finally {
    await worker.terminate();
    if (performance.now() - start >= patience) terminal.stderr.write("\r\x1b[2K");
  }
}

/** Reads a project as the options of a command ask for it, within its time limit, and shows what takes long. */
export function inspectFor(
  paths: readonly string[],
  options: InspectOptions & { readonly timeout?: number | undefined },
  terminal: Terminal,
): Promise<Inspection> {
  return withProgress(terminal, false, async (onStep) => {
    const { inspect } = await import("../check.ts");
    return inspect(paths, { ...options, limits: new Limits({ seconds: options.timeout, onStep }) });
  });
}
