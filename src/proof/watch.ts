import { type FSWatcher, realpathSync, watch } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type DiscoverOptions, UsageError } from "../project/index.ts";
import type { SuiteResult } from "./run-suites.ts";
import { runTests, type TestOptions } from "./run-tests.ts";
import { readTestProject } from "./test-project.ts";

/** Milliseconds to wait for more changes, as editors write a file in several steps. */
const quietPeriod = 100;

/** A report that is written next to the tests does not change them. */
const isSource = /\.ya?ml$/i;

/**
 * Runs the tests, and again whenever something changes in a folder that they come from, until the signal aborts.
 *
 * @param report is given the results of each run, or what is wrong with the paths
 */
export async function watchTests(
  where: DiscoverOptions,
  options: TestOptions,
  report: (outcome: readonly SuiteResult[] | UsageError) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Watching begins before the files are read, so that no change is missed.
    const watchers: FSWatcher[] = [];
    const change = new Promise<void>((resolve) => {
      for (const folder of foldersOf(where)) {
        watchers.push(
          watch(folder, (_, name) => (name === null || isSource.test(name) ? resolve() : undefined)),
        );
      }
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    report(runOnce(where, options));
    await change;
    for (const watcher of watchers) watcher.close();
    if (!signal.aborted) await setTimeout(quietPeriod);
  }
}

function runOnce(where: DiscoverOptions, options: TestOptions): readonly SuiteResult[] | UsageError {
  try {
    return runTests(readTestProject(where), options);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** The folders of all files that the tests come from; that of the workspace where there is none. */
function foldersOf(where: DiscoverOptions): readonly string[] {
  const root = realpathSync(where.root);
  try {
    const { sources } = readTestProject(where);
    const folders = new Set(sources.map(({ file }) => path.dirname(path.join(root, file))));
    return folders.size === 0 ? [root] : [...folders];
  } catch (error) {
    if (error instanceof UsageError) return [root];
    throw error;
  }
}
