import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { isOutside, UsageError } from "../project/index.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The user's own folder for caches, as the system names it. */
export function defaultLocation(env: Environment, platform: string = process.platform): string {
  const home = env.HOME || env.USERPROFILE || homedir();
  const named = platform === "win32" ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  const usual = platform === "darwin" ? path.join(home, "Library/Caches") : path.join(home, ".cache");
  return path.join(named && path.isAbsolute(named) ? named : usual, "falcoverage");
}

/**
 * The folder of a cache as a real path, which need not exist yet.
 *
 * @throws UsageError where it is in the repository that is checked, as then a change could bring results along
 */
export function safeLocation(location: string, root: string): string {
  const folder = realPath(path.resolve(root, location));
  const repository = repositoryOf(realpathSync(root));
  if (!isOutside(path.relative(repository, folder)))
    throw new UsageError(
      `The cache cannot be in ${location}: that is in the repository that is checked, and a change could bring results of its own along. Name a folder outside of it, by --cache-location or the input cache of the action.`,
    );
  return folder;
}

/** The nearest folder from here up that git knows, or the folder itself. */
function repositoryOf(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (at === path.dirname(at)) return folder;
  }
}

/** With the links above it followed, where those folders exist. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : path.join(realPath(parent), path.basename(folder));
  }
}
