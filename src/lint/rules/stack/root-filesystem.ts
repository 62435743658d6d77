/**
 * The root file system of Falco's container is writable.
 *
 * ## Why
 *
 * Anyone who gets into the container can put tools there, or change what Falco reads at its next start.
 *
 * ## Instead
 *
 * Set `readOnlyRootFilesystem: true`.
 */

import { text } from "../../../project/index.ts";
import { containerLocation, falcoPods, isPrivileged, securityField } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/root-filesystem",
  severity: "notice",
  confidence: "high",
  summary: "Falco's container can write to its own root file system",
  fixable: false,
  *check({ stacks }) {
    for (const pod of falcoPods(stacks)) {
      const { workload, container } = pod;
      if (isPrivileged(pod) !== undefined) continue;
      const node = securityField(workload, container, "readOnlyRootFilesystem");
      if (text(node) === "true") continue;
      yield {
        at: node ?? containerLocation(container),
        message: "The root file system is writable, so whoever gets in can change Falco itself.",
        help: "Set readOnlyRootFilesystem: true, with an emptyDir at /tmp.",
      };
    }
  },
};

export default rule;
