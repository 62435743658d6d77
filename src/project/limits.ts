import { getHeapStatistics } from "node:v8";
import { UsageError } from "./usage-error.ts";

/** The share of the heap from which on no further work is started. */
const maxHeapShare = 0.85;

/**
 * The part of the limit that is for new objects alone: what stays has to fit into the rest. Three times V8's semi-space,
 * which is 16 MiB, and 64 MiB since Node.js 24. Source: `heap_size_limit` under `--max-old-space-size`.
 */
const youngBytes = (Number.parseInt(process.versions.node, 10) >= 24 ? 192 : 48) * 2 ** 20;

/** How much a check may take in all. Work asks between its steps; reaching a limit ends the check with a word. */
export class Limits {
  /** Most files to read. */
  readonly maxFiles: number;
  /** Most bytes of files to read, in all. */
  readonly maxBytes: number;
  readonly #seconds: number | undefined;
  readonly #end: number;
  readonly #onStep: ((step: string) => void) | undefined;

  /** @param options `seconds` count from now on */
  constructor(
    options: {
      readonly seconds?: number | undefined;
      readonly maxFiles?: number;
      readonly maxBytes?: number;
      /** Takes what begins, in a few words. */
      readonly onStep?: ((step: string) => void) | undefined;
    } = {},
  ) {
    this.#onStep = options.onStep;
    this.maxFiles = options.maxFiles ?? 50_000;
    this.maxBytes = options.maxBytes ?? 256 * 1024 * 1024;
    this.#seconds = options.seconds;
    this.#end =
      options.seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + options.seconds * 1000;
  }

  /**
   * @param step what begins now, in a few words
   * @throws UsageError when the time or the memory is used up
   */
  check(step?: string): void {
    if (step !== undefined) this.#onStep?.(step);
    if (performance.now() > this.#end)
      throw new UsageError(
        `The check is not done after ${this.#seconds} seconds, its time limit: check fewer files, or raise it.`,
      );
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    if (used > (limit - youngBytes) * maxHeapShare)
      throw new UsageError(
        `The check has used ${Math.floor(used / 2 ** 20)} MiB of memory, nearly all that Node.js may use: check fewer files, or set NODE_OPTIONS=--max-old-space-size=MiB.`,
      );
  }
}
