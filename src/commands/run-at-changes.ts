import { watch } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { isReadable, UsageError } from "../project/index.ts";
import type { Terminal } from "./terminal.ts";

/** Milliseconds to wait for more changes, as editors write a file in several steps. */
const quietPeriod = 100;

const ignored = /(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)/;

/**
 * Runs a check, and again after each change of a file that it may read, until the signal aborts. The screen is cleared
 * before each, where there is one.
 */
export async function runAtChanges(
  check: () => Promise<unknown>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Watching begins before the files are read, so that no change is missed.
    const stop = new AbortController();
    const changed = new Promise<void>((resolve) => {
      const watcher = watch(terminal.cwd(), { recursive: true, signal: stop.signal }, (_, name) => {
        if (name === null || (isReadable(name) && !ignored.test(name))) resolve();
      });
      watcher.on("error", () => resolve());
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    if (terminal.stdout.isTTY) terminal.stdout.write("\x1b[2J\x1b[H");
    try {
      await check();
    } catch (error) {
      // A configuration that is half written is wrong for a moment only.
      if (!(error instanceof UsageError)) throw error;
      terminal.stderr.write(`falcoverage: ${error.message}\n`);
    }
    await changed;
    stop.abort();
    if (!signal.aborted) await setTimeout(quietPeriod);
  }
}
