/**
 * Falco's container is privileged, with a driver that does not need it.
 *
 * ## Why
 *
 * A privileged container is root on the node. The modern eBPF probe needs four capabilities and no more.
 *
 * ## Instead
 *
 * Set `privileged: false`, and add the capabilities that the probe needs.
 *
 * ## Notes
 *
 * The kernel module (`engine.kind: kmod`) does need a privileged container.
 */

import { wholePods } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/privileged",
  severity: "notice",
  confidence: "high",
  summary: "Falco runs privileged although its driver needs four capabilities only",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of wholePods(stacks)) {
      const privileged = container.securityContext?.privileged;
      if (privileged?.value !== true || stack.engine.kind !== "modern_ebpf") continue;
      // What else is merged may choose another driver.
      if (stack.config.state === "unknown" || stack.config.value.more !== undefined) continue;
      yield {
        at: privileged,
        message: "The container is privileged, and the modern eBPF probe does not need that.",
        help: "Set privileged: false and add the capabilities BPF, PERFMON, SYS_RESOURCE and SYS_PTRACE (driver.modernEbpf.leastPrivileged: true in the values of the chart).",
      };
    }
  },
};

export default rule;
