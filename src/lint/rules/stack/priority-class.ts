/**
 * The Falco DaemonSet has no priority class.
 *
 * ## Why
 *
 * On a full node its pod is not started, or is evicted for another one: an attacker can bring that about.
 *
 * ## Instead
 *
 * Set `priorityClassName: system-node-critical`.
 */

import { nameLocation } from "../../../kubernetes/index.ts";
import { wholePods } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/priority-class",
  severity: "notice",
  confidence: "high",
  summary: "Falco's pods have no priority class, so a full node may run without them",
  fixable: false,
  *check({ stacks }) {
    for (const { workload } of wholePods(stacks)) {
      if (workload.resource.kind !== "DaemonSet") continue;
      if (workload.pod.priorityClassName !== undefined) continue;
      yield {
        at: nameLocation(workload.resource),
        message: "Without a priority class, a full node evicts Falco or never starts it.",
        help: "Set priorityClassName: system-node-critical (podPriorityClassName in the values of the chart).",
      };
    }
  },
};

export default rule;
