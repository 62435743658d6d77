import { at, items, type Location, type Node, text } from "../../project/index.ts";
import type { Sidekick } from "../alerts/index.ts";
import type { Container, Workload } from "../cluster/index.ts";
import type { Stack } from "./stack.ts";

/** The pod that runs Falco, with the facts that lint rules ask for. */
export interface FalcoPod {
  readonly stack: Stack;
  readonly workload: Workload;
  readonly container: Container;
}

/** Falco's pods that are written in the repository. */
export function falcoPods(stacks: readonly Stack[]): FalcoPod[] {
  return stacks.flatMap((stack) => (stack.pod === undefined ? [] : [{ stack, ...stack.pod }]));
}

/** The falcosidekicks beside the deployments; one that several deployments share is there for each. */
export function sidekicks(stacks: readonly Stack[]): Sidekick[] {
  return stacks.flatMap((stack) => stack.sidekicks);
}

/** Falco's pods and those of the falcosidekick that they alert. */
export function stackWorkloads(stacks: readonly Stack[]): Workload[] {
  const workloads = stacks.flatMap(({ pod, sidekick }) => [
    ...(pod === undefined ? [] : [pod.workload]),
    ...(sidekick?.workload === undefined ? [] : [sidekick.workload]),
  ]);
  return [...new Set(workloads)];
}

/** A field of a container's security context, or else of its pod's. */
export function securityField(
  workload: Workload,
  container: Container,
  ...path: readonly string[]
): Node | undefined {
  return at(container.node, "securityContext", ...path) ?? at(workload.pod, "securityContext", ...path);
}

export function isPrivileged({ workload, container }: FalcoPod): Node | undefined {
  const node = securityField(workload, container, "privileged");
  return text(node) === "true" ? node : undefined;
}

/** Capabilities that are added, without `CAP_`. */
export function addedCapabilities({ container }: FalcoPod): Set<string> {
  const list = items(at(container.node, "securityContext", "capabilities", "add"));
  return new Set(list.map((node) => (text(node) ?? "").toUpperCase().replace(/^CAP_/, "")));
}

/** Where a container is best pointed at. */
export function containerLocation(container: Container): Location {
  return at(container.node, "name") ?? container.node;
}

/** The kernel's events come from a driver, not from a file or from plugins alone. */
export function readsKernel(stack: Stack): boolean {
  const source = stack.sources.of("syscall");
  return source.state === "known" && source.value;
}
