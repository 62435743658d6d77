/**
 * A path of the node is mounted writable into Falco's container.
 *
 * ## Why
 *
 * Falco only reads. Anyone who breaks into its container should not be able to change the node.
 *
 * ## Instead
 *
 * Set `readOnly: true`.
 *
 * ## Notes
 *
 * Devices below /dev and the sockets below /run are left out: a read-only mount changes nothing there.
 */

import { falcoPods, isBelow, labelledVersion } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

/**
 * Sockets are used through their directory or file, and devices by writing: read only changes nothing there. The
 * kernel module is loaded through /sys/module.
 */
const exempt = ["/dev", "/run", "/var/run", "/sys/module"];

const rule: LintRule = {
  id: "stack/writable-host-mount",
  severity: "warning",
  confidence: "high",
  summary: "Falco's container can write to a path of the node that it only needs to read",
  fixable: false,
  *check({ stacks, applied }) {
    const inflated = new Set(applied.flatMap((manifests) => [...manifests.inflated.keys()]));
    for (const { stack, workload } of falcoPods(stacks)) {
      // The mounts of a chart are not in the hands of who writes its values.
      if (stack.kind === "helm" || inflated.has(workload.resource)) continue;
      if (labelledVersion(workload.resource) !== undefined) continue;
      for (const { volume, readOnly, path, location } of stack.files.mounts) {
        if (volume.kind !== "host" || readOnly) continue;
        if (exempt.some((free) => volume.path === free || isBelow(volume.path, free))) continue;
        yield {
          at: location,
          message: `The node's ${volume.path} is writable at ${path}, and Falco only reads it.`,
          help: "Set readOnly: true on the mount.",
        };
      }
    }
  },
};

export default rule;
