import { existsSync } from "node:fs";
import path from "node:path";
import { git } from "./git.ts";

/** A commit of the branch that is checked out. */
export interface Commit {
  readonly id: string;
  /** When it came onto the branch, in milliseconds since 1970. */
  readonly time: number;
}

/** The commit that is checked out; null where there is no checkout. */
export function checkedOut(root: string): string | null {
  if (!existsSync(path.join(root, ".git"))) return null;
  try {
    return git(root, "rev-parse", "HEAD").trim();
  } catch {
    return null;
  }
}

/**
 * The commits of the checked out branch in a period, and the last one before it, the newest first: merged branches are their
 * merge. Null where the folder is not the top of a checkout.
 *
 * @param start, end milliseconds since 1970
 * @param limit no more commits than this
 */
export function commitsBetween(
  root: string,
  start: number,
  end: number,
  limit: number,
): readonly Commit[] | null {
  if (!existsSync(path.join(root, ".git"))) return null;
  const log = (...options: readonly string[]) =>
    git(root, "log", "--first-parent", "--format=%H %ct", ...options, "HEAD", "--")
      .split("\n")
      .flatMap((line) => {
        const [, id, seconds] = /^([0-9a-f]{40,64}) (\d+)$/.exec(line) ?? [];
        return id === undefined ? [] : [{ id, time: Number(seconds) * 1000 }];
      });
  const seconds = (time: number) => String(Math.floor(time / 1000));
  try {
    return [
      ...log(`--since=${seconds(start)}`, `--until=${seconds(end - 1)}`, `--max-count=${limit}`),
      ...log(`--until=${seconds(start - 1)}`, "--max-count=1"),
    ];
  } catch {
    return null;
  }
}
