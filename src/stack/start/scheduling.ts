import type { Stack } from "../model/index.ts";
import type { StartFailure } from "./start-failure.ts";

/** Why there is no pod of Falco at all: none is wanted, or no node fits. */
export function neverScheduled({ pod }: Stack): StartFailure | undefined {
  if (pod === undefined) return undefined;
  const { resource, replicas, pod: spec } = pod.workload;
  if (resource.kind !== "DaemonSet" && replicas?.value === 0)
    return {
      location: replicas,
      sentence: `${resource.kind} "${resource.name}" has no replicas, so no Falco runs.`,
      help: "Set replicas to 1 or more, or remove the deployment.",
    };
  const system = spec.nodeSelector.get("kubernetes.io/os");
  if (system !== undefined && system !== "linux")
    return {
      location: spec,
      sentence: `Falco runs on Linux, and its pods are for nodes with kubernetes.io/os: ${system}.`,
      help: "Write kubernetes.io/os: linux in nodeSelector.",
    };
  return undefined;
}
