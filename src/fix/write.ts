import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { UsageError } from "../project/index.ts";
import type { Files } from "./edits.ts";

/** Some editors begin files with it; it is no part of the text, and stays. */
const byteOrderMark = "\uFEFF";

/**
 * Writes new texts of files of a workspace.
 *
 * @param before the texts that the new ones were made from
 * @throws UsageError, before anything is written, for a file that is outside the workspace, is not UTF-8 or has
 *   changed since; and for one that cannot be written
 */
export function writeFiles(root: string, before: Files, after: Files): void {
  const workspace = realpathSync(root);
  const targets = [...after].map(([file, text]) => ({ file, text, ...targetOf(workspace, file, before) }));
  for (const { file, text, target, hasMark } of targets) {
    try {
      writeFileSync(target, hasMark ? byteOrderMark + text : text);
    } catch (error) {
      throw new UsageError(`Cannot write ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
    }
  }
}

function targetOf(
  workspace: string,
  file: string,
  before: Files,
): { readonly target: string; readonly hasMark: boolean } {
  let target: string;
  let bytes: Buffer;
  try {
    target = realpathSync(path.join(workspace, file));
    bytes = readFileSync(target);
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
  const relative = path.relative(workspace, target);
  if (relative.startsWith("..") || path.isAbsolute(relative))
    throw new UsageError(`${file} is outside the workspace and is not changed.`);
  const content = bytes.toString("utf8");
  const hasMark = content.startsWith(byteOrderMark);
  if (!bytes.equals(Buffer.from((hasMark ? byteOrderMark : "") + (before.get(file) ?? ""), "utf8")))
    throw new UsageError(`${file} is not changed: it is not UTF-8, or was written to during the check.`);
  return { target, hasMark };
}
