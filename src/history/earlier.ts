import { type ChangedFiles, isReadable } from "../project/index.ts";
import { git, gitBytes } from "./git.ts";

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
): ChangedFiles | null {
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
    const files = new Map<string, string | Uint8Array | undefined>();
    const read = (file: string, blob: string) =>
      (isReadable(file) ? git : gitBytes)(root, "cat-file", "blob", blob);
    for (let index = 0; index + 1 < fields.length; index += 2) {
      const [, mode, blob] = /^:(\d+) \d+ ([0-9a-f]+) /.exec(fields[index]!) ?? [];
      const file = fields[index + 1]!;
      if (blob === undefined || !wanted(file)) continue;
      // Anything but a regular file, such as a link, was not read then either.
      files.set(file, mode?.startsWith("100") ? read(file, blob) : undefined);
    }
    return files;
  } catch {
    return null;
  }
}
