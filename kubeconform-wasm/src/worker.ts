/** A thread of `validateAll`. */
import { parentPort, workerData } from "node:worker_threads";
import { createValidator } from "./index.ts";
import type { WorkerOptions } from "./pool.ts";

const { data, ...options } = workerData as WorkerOptions;
const validator = createValidator({ ...options, ...(data && { data: new URL(data) }) });

parentPort!.on("message", async (texts: string[]) => {
  const { validate } = await validator;
  parentPort!.postMessage(texts.map(validate));
});
