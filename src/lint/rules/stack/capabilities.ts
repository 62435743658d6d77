/**
 * Falco's container is not privileged and lacks a capability that the driver needs.
 *
 * ## Why
 *
 * The probe cannot be loaded, and Falco stops: BPF and PERFMON load programs and read their buffers,
 * SYS_RESOURCE locks their memory, SYS_PTRACE reads /proc of other processes.
 *
 * ## Instead
 *
 * Add the capabilities that the driver needs: `add: [BPF, PERFMON, SYS_RESOURCE, SYS_PTRACE]`.
 *
 * ## Notes
 *
 * SYS_ADMIN stands for BPF and PERFMON.
 */

import { falcoPods, readsKernel } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/capabilities",
  severity: "error",
  confidence: "high",
  summary: "Falco lacks the capabilities that its driver needs, and does not start",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of falcoPods(stacks)) {
      const { privileged, capabilities } = container.securityContext ?? {};
      if (privileged?.value === true || !readsKernel(stack)) continue;
      const added = capabilities?.value ?? new Set();
      if (added.has("ALL")) continue;
      const location = capabilities ?? container.nameLocation;
      if (stack.engine.kind === "kmod") {
        if (stack.config.state === "unknown") continue;
        yield {
          at: location,
          message: "The kernel module needs a privileged container, and this one is not.",
          help: "Set privileged: true, or use engine.kind: modern_ebpf, which needs four capabilities only.",
        };
        continue;
      }
      // SYS_ADMIN stands for BPF and PERFMON, as it did before Linux 5.8.
      const needed = added.has("SYS_ADMIN")
        ? ["SYS_RESOURCE", "SYS_PTRACE"]
        : ["BPF", "PERFMON", "SYS_RESOURCE", "SYS_PTRACE"];
      const missing = needed.filter((capability) => !added.has(capability));
      if (missing.length === 0) continue;
      yield {
        at: location,
        message: `The modern eBPF probe lacks ${missing.join(", ")}.`,
        help: "Add BPF, PERFMON, SYS_RESOURCE and SYS_PTRACE to the container's capabilities.",
      };
    }
  },
};

export default rule;
