import { createHash } from "node:crypto";
import { type CacheOptions, cached } from "./cache/index.ts";
import type { CheckOptions } from "./check.ts";
import { type ChangedFiles, Revision } from "./project/index.ts";
import { type Checked, type CheckResult, present } from "./result.ts";

/**
 * As `check`, with the result of an earlier check where nothing has changed since: then neither the check nor what it
 * needs is loaded.
 *
 * @throws UsageError as `check` does, and where the cache is in the repository
 */
export async function cachedCheck(
  paths: readonly string[],
  options: CheckOptions,
  cache: CacheOptions | undefined,
): Promise<Checked> {
  if (cache === undefined) return (await import("./check.ts")).check(paths, options);
  const root = options.root ?? process.cwd();
  const result = await cached<CheckResult>(root, requestOf(paths, options), cache, async () => {
    const { finish } = await import("./check.ts");
    return (await finish(paths, options)).result;
  });
  return present(result, textsOf(result, root, options.overlay), options);
}

/** What only decides how the result is shown, and what cannot change it; the workspace is part of every request. */
const irrelevant: ReadonlySet<string> = new Set<keyof CheckOptions>([
  "color",
  "quiet",
  "firstScreen",
  "width",
  "limits",
  "onStep",
  "timeout",
  "root",
]);

function requestOf(paths: readonly string[], { overlay, earlier, ...options }: CheckOptions) {
  return {
    paths,
    options: Object.fromEntries(Object.entries(options).filter(([name]) => !irrelevant.has(name))),
    overlay: overlay && digestOf(overlay),
    earlier: earlier && { ...earlier, files: digestOf(earlier.files) },
  };
}

function digestOf(files: ChangedFiles): string {
  const hash = createHash("sha256");
  for (const [file, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = content === undefined ? undefined : Buffer.from(content as Uint8Array);
    hash.update(`${JSON.stringify([file, bytes?.length ?? null])}\n`).update(bytes ?? "");
  }
  return hash.digest("hex");
}

/** The texts of the files that were checked, from the disk. */
function textsOf({ files }: CheckResult, root: string, overlay: ChangedFiles | undefined) {
  const revision = new Revision(root, overlay && { files: overlay, whole: false });
  const known = new Set(files);
  return (file: string) => {
    const read = known.has(file) ? revision.read(file) : undefined;
    return read?.kind === "text" ? read.content : undefined;
  };
}
