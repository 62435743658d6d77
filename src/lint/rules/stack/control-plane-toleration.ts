/**
 * The Falco DaemonSet has no toleration for control-plane nodes.
 *
 * ## Why
 *
 * Their taint keeps Falco away, and the nodes that hold the keys of the cluster are the ones that nobody
 * watches.
 *
 * ## Instead
 *
 * Tolerate `node-role.kubernetes.io/control-plane`.
 *
 * ## Notes
 *
 * Where the provider runs the control plane there are no such nodes; switch the rule off there.
 */

import { nameLocation } from "../../../kubernetes/index.ts";
import { falcoPods, readsKernel } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const taints = ["node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"];

const rule: LintRule = {
  id: "stack/control-plane-toleration",
  severity: "warning",
  confidence: "medium",
  summary: "Falco does not run on control-plane nodes",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, workload } of falcoPods(stacks)) {
      if (workload.resource.kind !== "DaemonSet" || !readsKernel(stack)) continue;
      const { tolerations } = workload.pod;
      const tolerated = tolerations?.value.some(({ key, operator, effect }) => {
        if (effect !== undefined && effect !== "NoSchedule") return false;
        return key === undefined || key === "" ? operator === "Exists" : taints.includes(key);
      });
      if (tolerated) continue;
      yield {
        at: tolerations ?? nameLocation(workload.resource),
        message: "No toleration lets Falco onto control-plane nodes, so nobody watches them.",
        help: "Add a toleration with key node-role.kubernetes.io/control-plane and effect NoSchedule, or with operator: Exists alone for all nodes.",
      };
    }
  },
};

export default rule;
