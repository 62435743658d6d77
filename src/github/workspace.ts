import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { UsageError } from "../project/index.ts";

/** The location of the checked repository on the runner, as absolute real paths. */
export interface Workspace {
  /** The repository's top folder, which paths in reports, annotations and comments start from. */
  readonly root: string;
  /** The folder in it that is checked, and that the workflow's own paths start from. */
  readonly from: string;
  /** The same folder from `root`, with `/`; empty for `root` itself. */
  readonly folder: string;
}

/**
 * The repository is the one that the working directory is checked out in, which with the `path` of
 * actions/checkout is a folder of the runner's workspace.
 *
 * @throws UsageError when the working directory is not a folder of the workspace
 */
export function findWorkspace(workspace: string, workingDirectory: string): Workspace {
  const top = realpathSync(workspace);
  const from = realFolder(path.resolve(top, workingDirectory));
  if (from === undefined || !isWithin(top, from))
    throw new UsageError(
      `The input working-directory takes a folder of the workspace; not ${JSON.stringify(workingDirectory)}.`,
    );
  let root = from;
  while (root !== top && !existsSync(path.join(root, ".git"))) root = path.dirname(root);
  return { root, from, folder: path.relative(root, from).split(path.sep).join("/") };
}

/** Whether a path is the folder or is in it. Both are absolute. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] !== ".." && !path.isAbsolute(relative);
}

function realFolder(folder: string): string | undefined {
  try {
    const real = realpathSync(folder);
    return statSync(real).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}
