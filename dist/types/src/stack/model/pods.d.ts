import type { Sidekick } from "../alerts/index.js";
import type { RunningContainer, Workload } from "../cluster/index.js";
import type { Stack } from "./stack.js";
/** The pod and container that run Falco, with the deployment that they are of. */
export interface FalcoPod extends RunningContainer {
    readonly stack: Stack;
}
/** Falco's pods that are written in the repository. */
export declare function falcoPods(stacks: readonly Stack[]): FalcoPod[];
/** The falcosidekicks beside the deployments; one that several deployments share is there for each. */
export declare function sidekicks(stacks: readonly Stack[]): Sidekick[];
/** Falco's pods and those of the falcosidekick that they alert. */
export declare function stackWorkloads(stacks: readonly Stack[]): Workload[];
/** The kernel's events come from a driver, not from a file or from plugins alone. */
export declare function readsKernel(stack: Stack): boolean;
