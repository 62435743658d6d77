import type { Sidekick } from "./sidekick.ts";
import type { Stack } from "./stack.ts";

/** The falcosidekicks that the deployments alert, each once. */
export function sidekicks(stacks: readonly Stack[]): Sidekick[] {
  const found = stacks.flatMap(({ sidekick }) => (sidekick === undefined ? [] : [sidekick]));
  return found.filter(
    (sidekick, index) => found.findIndex((other) => other.place.span === sidekick.place.span) === index,
  );
}
