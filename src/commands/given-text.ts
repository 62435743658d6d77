import path from "node:path";
import { isOutside, UsageError } from "../project/index.ts";
import type { Terminal } from "./terminal.ts";

/** A text from standard input that replaces that of a file. */
export interface GivenText {
  /** From the workspace, with `/`. */
  readonly file: string;
  readonly content: string;
}

/**
 * Reads all of standard input.
 *
 * @param name the file that an editor has open, from the working directory
 * @throws UsageError for a file outside of the workspace, and where standard input is a terminal
 */
export async function readGivenText(
  name: string,
  { stdin, cwd }: Terminal,
  root = cwd(),
): Promise<GivenText> {
  const file = path.relative(root, path.resolve(root, name)).split(path.sep).join("/");
  if (file === "" || isOutside(file)) throw new UsageError(`The path is outside the workspace: ${name}`);
  if (stdin === undefined || stdin.isTTY === true || !(Symbol.asyncIterator in stdin))
    throw new UsageError(
      "--stdin-filename takes the text from standard input: falcoverage check --stdin-filename FILE < FILE",
    );
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return {
    file,
    content: Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
  };
}
