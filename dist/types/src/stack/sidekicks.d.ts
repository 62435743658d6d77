import type { Sidekick } from "./sidekick.ts";
import type { Stack } from "./stack.ts";
/** The falcosidekicks that the deployments alert, each once. */
export declare function sidekicks(stacks: readonly Stack[]): Sidekick[];
