import { existsSync } from "node:fs";
import path from "node:path";
import { git } from "../history/index.ts";
import type { Event } from "./event.ts";

/**
 * The commit that the checked out one is to be compared with, as far as the checkout tells: the first parent
 * of GitHub's merge commit of a pull request, else the last commit in common with the base branch.
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
