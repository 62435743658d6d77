import { knownValue } from "../evidence/index.ts";
import type { Stack } from "../model/index.ts";
import { missingCapabilities } from "./capabilities.ts";
import { endingOptions, otherProgram, unknownOptions } from "./command-line.ts";
import { missingHostProc } from "./host-proc.ts";
import { missingPlugins } from "./plugins.ts";
import { refusedByPodSecurity } from "./pod-security.ts";
import { failingProbes } from "./probes.ts";
import { neverScheduled } from "./scheduling.ts";
import type { StartFailure } from "./start-failure.ts";

export { missingCapabilities } from "./capabilities.ts";
export { endingOptions, otherProgram, unknownOptions } from "./command-line.ts";
export { hostRoot, missingHostProc } from "./host-proc.ts";
export { missingPlugins } from "./plugins.ts";
export { podSecurityLabel, refusedByPodSecurity } from "./pod-security.ts";
export { failingProbes } from "./probes.ts";
export { neverScheduled } from "./scheduling.ts";
export type { StartFailure } from "./start-failure.ts";

type Failure = Pick<StartFailure, "sentence" | "location">;

/** Each rule of a deployment asks the same. */
const known = new WeakMap<Stack, Failure | undefined>();

/**
 * Why the Falco of a deployment does not run, or does not go on running; undefined where nothing in the repository
 * says so. What rules files are refused for is part of their own model.
 */
export function startFailure(stack: Stack): Failure | undefined {
  if (!known.has(stack)) known.set(stack, firstFailure(stack));
  return known.get(stack);
}

function firstFailure(stack: Stack): Failure | undefined {
  return (
    neverScheduled(stack) ??
    refusedByPodSecurity(stack) ??
    otherProgram(stack) ??
    unknownOptions(stack)[0] ??
    endingOptions(stack)[0] ??
    missingPlugins(stack)[0] ??
    missingCapabilities(stack) ??
    missingHostProc(stack) ??
    failingProbes(stack).find(({ restarts }) => restarts) ??
    knownValue(stack.config)?.refusal
  );
}
