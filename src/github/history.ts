import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { EarlierFiles } from "../project/index.ts";
import type { Event } from "./event.ts";

/**
 * The commit that the checked out one is to be compared with, as far as the checkout tells: the first parent
 * of the merge that GitHub makes of a pull request, else the last commit in common with the base branch.
 * Null where the checkout has too little history, or is none.
 */
export function baseInHistory(root: string, { baseSha, pullRequest }: Event): string | null {
  // Without its own, git would take folders of the checked files that look like a repository for one.
  if (!existsSync(path.join(root, ".git"))) return null;
  try {
    // Also a shallow checkout's commit names its parents, whether they are there or not.
    const parents = Array.from(
      git(root, "cat-file", "commit", "HEAD").matchAll(/^parent ([0-9a-f]{40,64})$/gm),
      ([, parent]) => parent!,
    );
    if (parents.length === 2 && parents[1] === pullRequest?.headSha) return parents[0]!;
    return baseSha === null ? null : git(root, "merge-base", baseSha, "HEAD").trim();
  } catch {
    return null;
  }
}

/**
 * The files that differ in the checkout, with uncommitted changes; null where the commit is not in its history.
 *
 * @param commit a full commit id
 * @param wanted the paths to look at
 */
export function earlierInHistory(
  root: string,
  commit: string,
  wanted: (path: string) => boolean,
): EarlierFiles | null {
  try {
    git(root, "cat-file", "-e", `${commit}^{commit}`);
    const options = [
      "--raw",
      "-z",
      "--no-abbrev",
      "--no-renames",
      "--no-ext-diff",
      "--ignore-submodules=all",
    ];
    const fields = git(root, "diff", ...options, commit, "--").split("\0");
    const files = new Map<string, string | undefined>();
    for (let index = 0; index + 1 < fields.length; index += 2) {
      const [, mode, blob] = /^:(\d+) \d+ ([0-9a-f]+) /.exec(fields[index]!) ?? [];
      const file = fields[index + 1]!;
      if (blob === undefined || !wanted(file)) continue;
      // Anything but a regular file, such as a link, was not read then either.
      files.set(file, mode?.startsWith("100") ? git(root, "cat-file", "blob", blob) : undefined);
    }
    return files;
  } catch {
    return null;
  }
}

/** Arguments are commit and blob ids and options of ours alone, so that no name can be taken for an option. */
function git(root: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", root, "-c", "core.fsmonitor=false", ...args], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    timeout: 30_000,
    stdio: ["ignore", "pipe", "ignore"],
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
