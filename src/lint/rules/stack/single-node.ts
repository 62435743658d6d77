/**
 * Falco reads system calls from a workload that does not run on every node.
 *
 * ## Why
 *
 * Falco sees the kernel that its pod runs on. As a Deployment or a StatefulSet it watches the nodes that the scheduler
 * happens to pick, and nobody watches the others.
 *
 * ## Instead
 *
 * Make it a DaemonSet, with tolerations for the nodes that have taints. A Falco that reads events of plugins alone
 * belongs in a Deployment: set `engine.kind: nodriver` there.
 */

import { falcoPods, knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const spread = new Set(["Deployment", "StatefulSet", "ReplicaSet"]);

const rule: LintRule = {
  id: "stack/single-node",
  severity: "warning",
  confidence: "high",
  summary: "Falco reads system calls and does not run on every node",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, workload } of falcoPods(stacks)) {
      const { kind } = workload.resource;
      // Where the configuration is not known, it may be for plugins alone.
      if (!spread.has(kind) || stack.config.state === "unknown") continue;
      if (knownValue(stack.sources.of("syscall")) !== true) continue;
      yield {
        at: workload.resource,
        message: `Falco is a ${kind}, so it sees the system calls of the nodes that its pods land on, and of no others.`,
        help: "Make it a DaemonSet.",
      };
    }
  },
};

export default rule;
