import type { Location } from "../../project/index.ts";

/** A reason for which a Falco does not run, or does not go on running, that the manifests show for certain. */
export interface StartFailure {
  /** What is so, as a sentence. */
  readonly sentence: string;
  /** What to write instead. */
  readonly help: string;
  readonly location: Location;
}
