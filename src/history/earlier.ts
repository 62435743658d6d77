import path from "node:path";
import { type ChangedFiles, type EarlierFiles, isReadable, maxFileBytes } from "../project/index.ts";
import { git, gitBytes, gitReading } from "./git.ts";

/** A path at which the checkout and a commit differ. */
interface Entry {
  readonly file: string;
  /** In the commit, and in the checkout; six zeros where there is nothing. */
  readonly mode: string;
  readonly modeNow: string;
  /** In the commit. */
  readonly blob: string;
}

/** What an earlier commit had otherwise than the checkout. */
export interface EarlierCommit extends EarlierFiles {
  /** Submodules that are at another commit, or gone: what they held is in another repository. */
  readonly submodules: readonly string[];
}

/** The mode of a submodule. */
const submodule = "160000";

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
    return contents(root, differing(root, commit), wanted);
  } catch {
    return null;
  }
}

/**
 * The earlier commit of a change: all its files where a change of Git's attributes may have written files otherwise to the
 * disk that are the same to Git, else those that differ. Null where the commit is not in the checkout's history.
 *
 * @param commit a full commit id
 * @param wanted the paths to look at
 */
export function commitInHistory(
  root: string,
  commit: string,
  wanted: (path: string) => boolean,
): EarlierCommit | null {
  try {
    const entries = differing(root, commit);
    const whole = entries.some(({ file }) => isAttributes(file));
    return {
      files: whole ? allContents(root, commit, wanted) : contents(root, entries, wanted),
      whole,
      submodules: entries
        .filter(({ mode, modeNow }) => mode === submodule || modeNow === submodule)
        .map(({ file }) => file),
    };
  } catch {
    return null;
  }
}

/** Whether a path is a file that says how Git writes others to the disk. */
export function isAttributes(file: string): boolean {
  return path.posix.basename(file) === ".gitattributes";
}

function differing(root: string, commit: string): Entry[] {
  git(root, "cat-file", "-e", `${commit}^{commit}`);
  const options = [
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--ignore-submodules=dirty",
  ];
  const fields = git(root, "diff", ...options, commit, "--").split("\0");
  const entries: Entry[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [, mode, modeNow, blob] = /^:(\d+) (\d+) ([0-9a-f]+) /.exec(fields[index]!) ?? [];
    if (mode !== undefined && modeNow !== undefined && blob !== undefined)
      entries.push({ file: fields[index + 1]!, mode, modeNow, blob });
  }
  return entries;
}

/** Anything but a regular file, such as a link, was not read then either. */
const isRegular = (mode: string) => mode.startsWith("100");

function contents(
  root: string,
  entries: readonly Entry[],
  wanted: (path: string) => boolean,
): Map<string, string | Uint8Array | undefined> {
  const read = (file: string, blob: string) =>
    (isReadable(file) ? git : gitBytes)(root, "cat-file", "blob", blob);
  return new Map(
    entries
      .filter(({ file }) => wanted(file))
      .map(({ file, mode, blob }) => [file, isRegular(mode) ? read(file, blob) : undefined]),
  );
}

function allContents(
  root: string,
  commit: string,
  wanted: (path: string) => boolean,
): Map<string, string | Uint8Array> {
  const found = git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
    .split("\0")
    .flatMap((line) => {
      const [, mode, blob, size, file] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
      const isRead = mode !== undefined && isRegular(mode) && Number(size) <= maxFileBytes && wanted(file!);
      return isRead ? [{ file: file!, blob: blob!, size: Number(size) }] : [];
    });
  const input = found.map(({ blob }) => `${blob}\n`).join("");
  const bytes = found.length === 0 ? Buffer.alloc(0) : gitReading(root, input, "cat-file", "--batch");
  const files = new Map<string, string | Uint8Array>();
  let start = 0;
  for (const { file, size } of found) {
    // Before each comes a line with its id, and after it a line break.
    start = bytes.indexOf("\n", start) + 1;
    const content = bytes.subarray(start, start + size);
    files.set(file, isReadable(file) ? content.toString("utf8") : content);
    start += size + 1;
  }
  return files;
}
