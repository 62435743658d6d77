import * as module from "node:module";
import { setFlagsFromString } from "node:v8";

/**
 * Makes the process fit for a run of a second or two; to be called before the program itself is imported. V8
 * optimises only what is really hot, since compiling costs more than it saves in so short a run, and on a machine of
 * one's own Node 22 and later keep compiled code between runs.
 */
export function prepareColdStart(): void {
  // Later versions of V8 do not have the option, and say so on standard error.
  if (process.version.startsWith("v20.")) setFlagsFromString("--interrupt-budget=1000000");
  // Most machines of continuous integration run it once: to write the code costs twice what reading it would save.
  if (!process.env.CI) (module as { enableCompileCache?: () => void }).enableCompileCache?.();
}
