import type { Container, Workload } from "../cluster/index.ts";
import { readsKernel, type Stack } from "../model/index.ts";
import type { StartFailure } from "./start-failure.ts";

/** What the driver needs and Falco's container does not have. */
export function missingCapabilities(stack: Stack): StartFailure | undefined {
  const { pod, engine, config } = stack;
  if (pod === undefined || !readsKernel(stack)) return undefined;
  const { container, workload } = pod;
  const { privileged, capabilities } = container.securityContext ?? {};
  const added = capabilities?.value ?? new Set<string>();
  if (privileged?.value !== true && !added.has("ALL")) {
    const location = capabilities ?? container.nameLocation;
    if (engine.kind === "kmod") {
      if (config.state === "unknown") return undefined;
      return {
        sentence: "The kernel module needs a privileged container, and this one is not.",
        help: "Set privileged: true, or use engine.kind: modern_ebpf, which needs four capabilities only.",
        location,
      };
    }
    // SYS_ADMIN stands for BPF and PERFMON, as it did before Linux 5.8.
    const needed = added.has("SYS_ADMIN")
      ? ["SYS_RESOURCE", "SYS_PTRACE"]
      : ["BPF", "PERFMON", "SYS_RESOURCE", "SYS_PTRACE"];
    const missing = needed.filter((capability) => !added.has(capability));
    if (missing.length > 0)
      return {
        sentence: `The modern eBPF probe lacks ${missing.join(", ")}.`,
        help: "Add BPF, PERFMON, SYS_RESOURCE and SYS_PTRACE to the container's capabilities.",
        location,
      };
  }
  return otherUser(container, workload);
}

/** Of a user other than root, Kubernetes keeps no capability in effect, not even in a privileged container. */
function otherUser({ securityContext }: Container, { pod }: Workload): StartFailure | undefined {
  const user = securityContext?.runAsUser ?? pod.securityContext.runAsUser;
  const notRoot = securityContext?.runAsNonRoot ?? pod.securityContext.runAsNonRoot;
  const help = "Set runAsUser: 0 for this container, and leave runAsNonRoot out.";
  if (user !== undefined && user.value > 0)
    return {
      sentence: `Falco runs as user ${user.value}, for whom no capability takes effect, so that the driver does not load.`,
      help,
      location: user,
    };
  if (notRoot?.value === true)
    return {
      sentence:
        "runAsNonRoot keeps Kubernetes from starting Falco as root, and no other user can load the driver.",
      help,
      location: notRoot,
    };
  return undefined;
}
