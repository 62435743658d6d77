import type { Sidekick } from "./sidekick.js";
import type { Stack } from "./stack.js";
/** The falcosidekicks beside the deployments; one that several deployments share is there for each. */
export declare function sidekicks(stacks: readonly Stack[]): Sidekick[];
