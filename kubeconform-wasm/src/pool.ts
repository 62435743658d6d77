/** Validators in worker threads, for many texts on a machine with several cores. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { compile, createValidator, type Result, type ValidatorOptions } from "./index.ts";

export interface PoolOptions extends ValidatorOptions {
  /** Threads at most, this one included. Default: as many as the machine runs at once, at most 4. */
  threads?: number;
}

/** What a worker is started with; a URL cannot be handed over, so it goes as text. */
export type WorkerOptions = Omit<ValidatorOptions, "data"> & { data?: string };

/** Characters for which a worker is worth its start, and of one turn of it. */
const SHARE = 2 << 20;
const TURN = 64 << 10;

/**
 * Checks many texts, in several threads where there is enough to do. The results are those of `validate`, in the
 * order of the texts.
 *
 * @throws OptionError as `createValidator` does
 */
export async function validateAll(texts: readonly string[], options: PoolOptions = {}): Promise<Result[][]> {
  const { threads = Math.min(availableParallelism(), 4), data, ...rest } = options;
  const module = options.module ?? (await compile(data));
  const shared = { ...rest, module };
  const workerOptions: WorkerOptions = { ...shared, ...(data && { data: data.href }) };
  const results: Result[][] = new Array(texts.length);
  let next = 0;
  const take = (size: number) => {
    const taken: number[] = [];
    for (let left = size; left > 0 && next < texts.length; next++) {
      taken.push(next);
      left -= texts[next]!.length;
    }
    return taken;
  };

  const ask = async () => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: workerOptions });
    try {
      for (let turn = take(TURN); turn.length > 0; turn = take(TURN)) {
        worker.postMessage(turn.map((index) => texts[index]));
        const [answers] = (await once(worker, "message")) as [Result[][]];
        for (const [i, index] of turn.entries()) results[index] = answers[i]!;
      }
    } finally {
      await worker.terminate();
    }
  };
  // First of all, as it says what is wrong with the options.
  const { validate } = await createValidator({ ...shared, ...(data && { data }) });
  const check = async () => {
    for (let turn = take(TURN); turn.length > 0; turn = take(TURN)) {
      for (const index of turn) results[index] = validate(texts[index]!);
      await new Promise(setImmediate); // lets the workers' answers in
    }
  };
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const workers = Math.min(threads - 1, Math.floor(size / SHARE));
  await Promise.all([...Array.from({ length: workers }, ask), check()]);
  return results;
}
