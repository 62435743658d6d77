import path from "node:path";
import { entriesOf } from "./disk.ts";
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
  const entries = entriesOf(path.dirname(path.resolve(root, given)));
  // The folder may not be there either.
  const names =
    typeof entries === "string" ? [] : entries.map(({ name }) => name).filter((name) => plainName.test(name));
  const meant = nearest(path.basename(given), names);
  const hint = meant === undefined ? "" : `; did you mean ${path.join(path.dirname(given), meant)}?`;
  return new UsageError(`No such file or folder: ${given}${hint}`);
}
