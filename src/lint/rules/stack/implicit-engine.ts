/**
 * A falco.yaml of your own names no engine.
 *
 * ## Why
 *
 * Without `engine.kind` Falco asks for the kernel module. The falco.yaml of the image asks for the modern
 * eBPF probe, which needs no module, so replacing it changes the driver silently, and Falco does not start on
 * nodes without the module.
 *
 * ## Instead
 *
 * Set `engine.kind: modern_ebpf`.
 *
 * ## Notes
 *
 * Silent where a driver loader runs before Falco.
 */

import { deploymentFeatures } from "../../../falco/index.ts";
import { imageName, knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/implicit-engine",
  severity: "warning",
  confidence: "high",
  summary: "falco.yaml names no engine, so Falco asks for the kernel module",
  fixable: false,
  *check({ stacks }) {
    for (const { config, sources, falcoVersion, pod } of stacks) {
      const merged = knownValue(config);
      const version = knownValue(falcoVersion);
      if (merged === undefined || merged.more !== undefined || merged.parts.length === 0) continue;
      if (merged.settings.engine?.kind !== undefined) continue;
      // An image of that time asks for the module itself.
      if (version !== undefined && deploymentFeatures(version).imageEngine === "kmod") continue;
      const syscalls = sources.of("syscall");
      if (syscalls.state === "unknown" || !syscalls.value) continue;
      const loaders = pod?.workload.pod.initContainers ?? [];
      if (loaders.some(({ image }) => imageName(image) === "falco-driver-loader")) continue;
      yield {
        at: merged.location,
        message:
          "This falco.yaml names no engine, so Falco asks for the kernel module, which nothing here loads.",
        help: "Set engine.kind: modern_ebpf, as the falco.yaml of the image does.",
      };
    }
  },
};

export default rule;
