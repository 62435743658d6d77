import { readdirSync } from "node:fs";
import path from "node:path";
import { nearest } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

/** Names that a message can repeat as they are. */
const plainName = /^[\w .+@-]{1,100}$/;

/**
 * That there is nothing of a name, with the name beside it that was probably meant.
 *
 * @param given as it was written, from the folder `root`
 */
export function missingFile(root: string, given: string): UsageError {
  const folder = path.dirname(path.resolve(root, given));
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => plainName.test(name));
  } catch {
    // The folder is not there either.
  }
  const meant = nearest(path.basename(given), names);
  const hint = meant === undefined ? "" : `; did you mean ${path.join(path.dirname(given), meant)}?`;
  return new UsageError(`No such file or folder: ${given}${hint}`);
}
