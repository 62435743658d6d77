import { textAt } from "../../project/index.ts";
import type { Stack } from "../model/index.ts";
import type { StartFailure } from "./start-failure.ts";

/** The label of a namespace with the Pod Security level that the API server enforces. */
export const podSecurityLabel = "pod-security.kubernetes.io/enforce";

/** The API server refuses pods with host mounts below any level but `privileged`. */
export function refusedByPodSecurity(stack: Stack): StartFailure | undefined {
  const namespace = stack.pod?.workload.resource.namespace;
  if (namespace === undefined) return undefined;
  const resource = stack.manifests.named("Namespace", namespace)[0];
  const level = textAt(resource?.root, "metadata", "labels", podSecurityLabel);
  const mountsHost = stack.files.mounts.some(({ volume }) => volume.kind === "host");
  if (level === undefined || level.value === "privileged" || !mountsHost) return undefined;
  return {
    sentence: `The Pod Security level "${level.value}" of the namespace "${namespace}" refuses Falco's host mounts.`,
    help: `Label the namespace ${podSecurityLabel}: privileged, and run nothing else in it.`,
    location: level,
  };
}
