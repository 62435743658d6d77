import { execFileSync } from "node:child_process";
import path from "node:path";

/** Runs git on a checkout. Arguments are ids of commits and blobs, times and options of ours alone, so that no name can be taken for an option. */
export function git(root: string, ...args: readonly string[]): string {
  return gitBytes(root, ...args).toString("utf8");
}

/** As {@link git}, for what may be no text. */
export function gitBytes(root: string, ...args: readonly string[]): Buffer {
  return gitReading(root, "", ...args);
}

/** As {@link gitBytes}, with something to read. */
export function gitReading(root: string, input: string, ...args: readonly string[]): Buffer {
  return execFileSync("git", ["-C", root, "-c", "core.fsmonitor=false", ...args], {
    input,
    maxBuffer: 512 * 1024 * 1024,
    timeout: 30_000,
    stdio: ["pipe", "pipe", "ignore"],
    env: {
      ...process.env,
      // No repository above the checkout, no lock, no question, no network.
      GIT_CEILING_DIRECTORIES: path.dirname(root),
      GIT_OPTIONAL_LOCKS: "0",
      GIT_TERMINAL_PROMPT: "0",
      GIT_NO_LAZY_FETCH: "1",
    },
  });
}
