/** Validators in worker threads, for many texts on a machine with several cores. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { compile, createValidator, type Result, type ValidatorOptions } from "./index.ts";

export interface PoolOptions extends ValidatorOptions {
  /** Threads, this one included. Default: as many as the machine runs at once, at most 4. */
  threads?: number;
}

/** What a worker is started with; a URL cannot be handed over, so it goes as text. */
export type WorkerOptions = Omit<ValidatorOptions, "data"> & { data?: string };

/**
 * Checks many texts at once. The results are those of `validate`, in the order of the texts.
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
  const take = () => (next < texts.length ? next++ : undefined);

  const workers = Array.from({ length: Math.min(threads - 1, texts.length - 1) }, async () => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: workerOptions });
    try {
      // A few texts at a time, so that the thread seldom waits for the next one.
      for (let batch = takeBatch(take); batch.length > 0; batch = takeBatch(take)) {
        worker.postMessage(batch.map((index) => texts[index]));
        const [answers] = (await once(worker, "message")) as [Result[][]];
        for (const [i, index] of batch.entries()) results[index] = answers[i]!;
      }
    } finally {
      await worker.terminate();
    }
  });

  const { validate } = await createValidator({ ...shared, ...(data && { data }) });
  for (let index = take(); index !== undefined; index = take()) {
    results[index] = validate(texts[index]!);
    await new Promise(setImmediate); // lets the workers' answers in
  }
  await Promise.all(workers);
  return results;
}

const BATCH = 8;

function takeBatch(take: () => number | undefined): number[] {
  const batch: number[] = [];
  while (batch.length < BATCH) {
    const index = take();
    if (index === undefined) break;
    batch.push(index);
  }
  return batch;
}
