import type { Diagnostic } from "../falco/index.ts";
import type { Ruleset } from "../stack/index.ts";

/** The error for which Falco does not start with these rules files: with all of them, or not at all. */
export function startError({ result }: Ruleset): Diagnostic | undefined {
  if (result.loads) return undefined;
  const errors = result.files.flatMap((file) => file.errors);
  return errors.find(({ ours }) => ours === undefined) ?? errors[0];
}
