import type { StartFailure } from "../stack/index.ts";
import type { Problem } from "./rule.ts";

/** What keeps a Falco from running, as findings. */
export function startProblems(...failures: readonly (StartFailure | undefined)[]): Problem[] {
  return failures.flatMap((failure) =>
    failure === undefined ? [] : [{ at: failure.location, message: failure.sentence, help: failure.help }],
  );
}
