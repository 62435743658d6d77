import type { Sidekick } from "./sidekick.ts";
import type { Stack } from "./stack.ts";

/** The falcosidekicks beside the deployments; one that several deployments share is there for each. */
export function sidekicks(stacks: readonly Stack[]): Sidekick[] {
  return stacks.flatMap((stack) => stack.sidekicks);
}
