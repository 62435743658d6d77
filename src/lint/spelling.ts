import type { Location } from "../project/index.ts";
import type { Problem } from "./rule.ts";

/** The end of a sentence about an unknown name, with the known name that is nearest to it. */
export function didYouMean(near: string | undefined): string {
  return near === undefined ? "." : `; did you mean "${near}"?`;
}

/** The fix that writes the nearest known name instead, where there is one. It may not be the name that is meant. */
export function writeInstead(near: string | undefined, at: Location): Pick<Problem, "fix"> {
  if (near === undefined) return {};
  return { fix: { description: `Write "${near}"`, safe: false, edits: [{ at, text: near }] } };
}
