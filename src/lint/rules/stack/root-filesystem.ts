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

import { wholePods } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/root-filesystem",
  severity: "notice",
  confidence: "high",
  summary: "Falco's container can write to its own root file system",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of wholePods(stacks)) {
      const { privileged, readOnlyRootFilesystem } = container.securityContext ?? {};
      if (privileged?.value === true || readOnlyRootFilesystem?.value === true) continue;
      // Falco's chart leaves it writable; that counts against values only where they say so.
      if (stack.kind === "helm" && readOnlyRootFilesystem === undefined) continue;
      yield {
        at: readOnlyRootFilesystem ?? container.nameLocation,
        message: "The root file system is writable, so anyone who gets in can change Falco itself.",
        help: "Set readOnlyRootFilesystem: true, with an emptyDir at /tmp.",
      };
    }
  },
};

export default rule;
