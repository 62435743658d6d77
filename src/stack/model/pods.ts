import type { Sidekick } from "../alerts/index.ts";
import type { RunningContainer, Workload } from "../cluster/index.ts";
import type { Stack } from "./stack.ts";

/** The pod and container that run Falco, with the deployment that they are of. */
export interface FalcoPod extends RunningContainer {
  readonly stack: Stack;
}

/** Falco's pods that are written in the repository. */
export function falcoPods(stacks: readonly Stack[]): FalcoPod[] {
  return stacks.flatMap((stack) => (stack.pod === undefined ? [] : [{ stack, ...stack.pod }]));
}

/** Falco's pods without those of a chart whose falco.yaml is not known: values that are not here may follow an advice already. */
export function wholePods(stacks: readonly Stack[]): FalcoPod[] {
  return falcoPods(stacks).filter(({ stack }) => stack.kind !== "helm" || stack.config.state === "known");
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

/** The names of ConfigMaps that Falco's pod mounts if they are there. */
export function optionalConfigMaps({ pod }: Stack): string[] {
  return (pod?.workload.pod.volumes ?? []).flatMap(({ source }) => {
    const objects =
      source.kind === "projected" ? source.sources : source.kind === "ConfigMap" ? [source] : [];
    return objects.flatMap(({ kind, optional, name }) =>
      kind === "ConfigMap" && optional ? [name.value] : [],
    );
  });
}

/** The kernel's events come from a driver, not from a file or from plugins alone. */
export function readsKernel(stack: Stack): boolean {
  const source = stack.sources.of("syscall");
  return source.state === "known" && source.value;
}
