import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { type Digest, isRecording, record } from "./observation.ts";

/*
 * The only way from a check to the disk. What it asks is recorded, so that it can be asked again later: as long as all
 * answers are the same, the check would find the same.
 */

/** Why a file is not read, in words after "it is". */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
}

interface Missing {
  readonly kind: "missing";
}

/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** Where a path leads, links followed. */
interface Target {
  readonly real: string;
  readonly isFolder: boolean;
}

function fileAnswer(read: Buffer | Missing | Refusal, digest: Digest): string {
  return Buffer.isBuffer(read) ? `bytes ${digest(read)}` : JSON.stringify(read);
}

/** Time for which a file system may give two changes the same time, in nanoseconds. */
const clockStep = 2_000_000_000n;

/** Undefined where the last change is so recent that another one could bear the same time. */
function stampFor(real: string, { dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string | undefined {
  const now = BigInt(Date.now()) * 1_000_000n;
  if (mtimeNs + clockStep > now || ctimeNs + clockStep > now) return undefined;
  return [dev, ino, size, mtimeNs, ctimeNs, real].join(" ");
}

export function stampOf(file: string): string | undefined {
  try {
    return stampFor(realpathSync.native(file), statSync(file, { bigint: true }));
  } catch {
    return undefined;
  }
}

/**
 * Reads a regular file, links followed within `root`, if that is given.
 *
 * @param file absolute
 */
export function readRegular(file: string, maxBytes: number, root?: string): Buffer | Missing | Refusal {
  const stamp = isRecording() ? stampOf(file) : undefined;
  const read = readFile(file, maxBytes, root);
  const question = { ask: "file", path: file, maxBytes, ...(root !== undefined && { root }) } as const;
  record(question, (digest) => fileAnswer(read, digest), Buffer.isBuffer(read) ? stamp : undefined);
  return read;
}

function readFile(file: string, maxBytes: number, root?: string): Buffer | Missing | Refusal {
  let descriptor: number | undefined;
  try {
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return { kind: "missing" };
    const real = realpathSync(file);
    if (root !== undefined && isOutside(path.relative(root, real)))
      return refused("a link that leads out of the workspace");
    if (!lstatSync(real).isFile()) return refused("not a regular file");
    // Neither waits for the other end of a pipe nor follows what was put in the file's place meanwhile.
    descriptor = openSync(
      real,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    const status = fstatSync(descriptor);
    if (!status.isFile()) return refused("not a regular file");
    if (status.size > maxBytes) return tooLarge(maxBytes);
    return readFileSync(descriptor);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR") return { kind: "missing" };
    return refused(
      code === "ENOENT" ? "a link that leads nowhere" : `not readable (${code ?? String(error)})`,
    );
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

export function tooLarge(maxBytes: number): Refusal {
  return refused(`larger than ${Math.floor(maxBytes / 1024)} KiB`);
}

export function refused(reason: string): Refusal {
  return { kind: "refused", reason };
}

/** What a folder holds, by name; or the code of the system's error. */
export function entriesOf(folder: string): readonly FolderEntry[] | string {
  const entries = readFolder(folder);
  record({ ask: "folder", path: folder }, (digest) => digest(JSON.stringify(entries)));
  return entries;
}

function readFolder(folder: string): FolderEntry[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map(
        (entry): FolderEntry => ({
          name: entry.name,
          kind: entry.isDirectory()
            ? "folder"
            : entry.isFile()
              ? "file"
              : entry.isSymbolicLink()
                ? "link"
                : "other",
        }),
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** Where a path leads; undefined where it leads nowhere. */
export function targetOf(absolute: string): Target | undefined {
  const target = readTarget(absolute);
  record({ ask: "target", path: absolute }, () => JSON.stringify(target ?? null));
  return target;
}

function readTarget(absolute: string): Target | undefined {
  try {
    const real = realpathSync(absolute);
    return { real, isFolder: statSync(real).isDirectory() };
  } catch {
    return undefined;
  }
}

/** Whether there is anything at a path, if only a link that leads nowhere. */
export function isThere(absolute: string): boolean {
  const found = isEntry(absolute);
  record({ ask: "entry", path: absolute }, () => String(found));
  return found;
}

function isEntry(absolute: string): boolean {
  try {
    return lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Whether a path from a folder leads out of it, with slashes or the separator of the system. */
export function isOutside(relative: string): boolean {
  return (
    relative === ".." ||
    ["../", `..${path.sep}`].some((up) => relative.startsWith(up)) ||
    path.isAbsolute(relative)
  );
}
