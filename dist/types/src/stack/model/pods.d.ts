import type { Place } from "../../project/text.js";
import { type Node } from "../../project/yaml.js";
import type { Sidekick } from "../alerts/sidekick.js";
import type { Container, Workload } from "../cluster/workload.js";
import type { Stack } from "./stack.js";
/** The pod that runs Falco, with the facts that lint rules ask for. */
export interface FalcoPod {
    readonly stack: Stack;
    readonly workload: Workload;
    readonly container: Container;
}
/** Falco's pods that are written in the repository. */
export declare function falcoPods(stacks: readonly Stack[]): FalcoPod[];
/** The falcosidekicks beside the deployments; one that several deployments share is there for each. */
export declare function sidekicks(stacks: readonly Stack[]): Sidekick[];
/** Falco's pods and those of the falcosidekick that they alert. */
export declare function stackWorkloads(stacks: readonly Stack[]): Workload[];
/** A field of a container's security context, or else of its pod's. */
export declare function securityField(workload: Workload, container: Container, ...path: readonly string[]): Node | undefined;
export declare function isPrivileged({ workload, container }: FalcoPod): Node | undefined;
/** Capabilities that are added, without `CAP_`. */
export declare function addedCapabilities({ container }: FalcoPod): Set<string>;
/** Where a container is best pointed at. */
export declare function containerPlace(container: Container): Place;
/** The kernel's events come from a driver, not from a file or from plugins alone. */
export declare function readsKernel(stack: Stack): boolean;
