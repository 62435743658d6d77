import { randomUUID } from "node:crypto";
import { mkdirSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { UsageError } from "../project/index.ts";
import { isWithin, type Workspace } from "./workspace.ts";

/**
 * Writes a file that the workflow asked for, and the folders that it needs. A link that the checked repository
 * put in its place is replaced, not followed, and a relative path must stay in the repository.
 *
 * @param file absolute, or from the working directory
 * @returns the file's absolute path
 * @throws UsageError when the path leads out of the repository or cannot be written
 */
export function writeOutputFile(workspace: Workspace, file: string, text: string): string {
  const target = path.resolve(workspace.from, file);
  const folder = path.dirname(target);
  try {
    if (!path.isAbsolute(file) && !isWithin(workspace.root, existingFolder(folder)))
      throw new UsageError(`The file ${JSON.stringify(file)} would be written outside of the repository.`);
    mkdirSync(folder, { recursive: true });
    const draft = path.join(folder, `.falcoverage-${randomUUID()}`);
    writeFileSync(draft, text, { flag: "wx" });
    renameSync(draft, target);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`The file ${JSON.stringify(file)} cannot be written (${code ?? "unknown fault"}).`);
  }
  return target;
}

/** The real path of the nearest folder above that exists; what is missing below it holds no links. */
function existingFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || parent === folder) throw error;
    return existingFolder(parent);
  }
}
