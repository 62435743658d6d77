import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import path from "node:path";
import { programFolders } from "../documentation.ts";
import { entriesOf, type Observation, readRegular, recordQuestions, stillHold } from "../project/index.ts";
import { version } from "../version.ts";
import { safeLocation } from "./location.ts";
import { Store } from "./store.ts";

export interface CacheOptions {
  /** The folder of the cache, absolute or from the workspace. */
  readonly location: string;
  /** Whether a file is not read again where the file system says that it was not touched. */
  readonly trustsStamps: boolean;
  /** Takes a sentence on why nothing could be kept. */
  readonly onFailure: (reason: string) => void;
}

/** One result, with all that it was made from. */
interface Entry<T> {
  readonly observations: readonly Observation[];
  readonly value: T;
}

/**
 * The result of work that was done before with the same request, the same program and the same answers of the disk; else
 * does the work, and keeps its result.
 *
 * @param root the workspace
 * @param request all that the result depends on and that is not on the disk, as plain data
 * @param work gives plain data
 * @throws UsageError where the cache is in the repository, and what the work throws
 */
export async function cached<T>(
  root: string,
  request: unknown,
  options: CacheOptions,
  work: () => Promise<T>,
): Promise<T> {
  const store = new Store(safeLocation(options.location, root));
  const name = nameOf(realpathSync(root), request);
  const entry = store.read(name) as Entry<T> | undefined;
  if (entry !== undefined && (await stillHold(entry.observations, options.trustsStamps, digestOf))) {
    store.touch(name);
    return entry.value;
  }
  const { value, observations } = await recordQuestions(digestOf, () => {
    for (const folder of programFolders) observe(folder);
    return work();
  });
  try {
    if (observations !== undefined) store.write(name, { observations, value } satisfies Entry<T>);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    options.onFailure(`The cache in ${options.location} cannot be written (${code}).`);
  }
  return value;
}

function nameOf(root: string, request: unknown): string {
  const all = [version, programFolders, process.version, process.platform, root, request];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex");
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64");
}

/** No file of the program is larger, in bytes. */
const maxProgramFile = 64 * 2 ** 20;

/** Makes the program itself one of the things that the result depends on. */
function observe(folder: string): void {
  const entries = entriesOf(folder);
  if (typeof entries === "string") return;
  for (const { name, kind } of entries) {
    const place = path.join(folder, name);
    if (kind === "folder") observe(place);
    else readRegular(place, maxProgramFile);
  }
}
