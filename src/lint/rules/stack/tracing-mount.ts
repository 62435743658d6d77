/**
 * A Falco pod that is not privileged does not mount the kernel's tracing file system.
 *
 * ## Why
 *
 * The modern eBPF probe attaches to trace points. Where the tracing file system is not visible in the
 * container, some distributions refuse that.
 *
 * ## Instead
 *
 * Mount `/sys/kernel/tracing` read-only.
 *
 * ## Notes
 *
 * The Helm chart mounts /sys/kernel by default since version 7.
 */

import { readsKernel, wholePods } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

/** Any of them shows the kernel's trace points. */
const paths = ["/sys/kernel/tracing", "/sys/kernel/debug", "/sys/kernel"];

const rule: LintRule = {
  id: "stack/tracing-mount",
  severity: "notice",
  confidence: "medium",
  summary: "An unprivileged Falco pod does not mount the kernel's tracing file system",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of wholePods(stacks)) {
      if (!readsKernel(stack) || stack.engine.kind !== "modern_ebpf") continue;
      if (container.securityContext?.privileged?.value === true) continue;
      if (paths.some((path) => stack.files.hostPath(path) !== undefined)) continue;
      yield {
        at: container.volumeMounts ?? container.nameLocation,
        message:
          "The kernel's tracing file system is not mounted, so the probe may not attach on some distributions.",
        help: "Mount the host path /sys/kernel/tracing at the same path, read only.",
      };
    }
  },
};

export default rule;
