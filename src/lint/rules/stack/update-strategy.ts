/**
 * The DaemonSet's update strategy takes Falco from many nodes at once, or updates a node only when somebody
 * deletes its pod.
 *
 * ## Why
 *
 * During an update a node without Falco is blind. With `OnDelete`, a new rule or version is in the repository
 * and not on the nodes.
 *
 * ## Instead
 *
 * Use `RollingUpdate` with `maxUnavailable: 1`.
 */

import { wholePods } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/update-strategy",
  severity: "notice",
  confidence: "high",
  summary: "An update stops Falco on many nodes at once, or never happens",
  fixable: false,
  *check({ stacks }) {
    for (const { workload } of wholePods(stacks)) {
      if (workload.resource.kind !== "DaemonSet") continue;
      const { type, maxUnavailable } = workload.updateStrategy;
      if (type?.value === "OnDelete") {
        yield {
          at: type,
          message:
            "With OnDelete a change of rules or version reaches a node only when somebody deletes its pod.",
          help: "Use RollingUpdate.",
        };
        continue;
      }
      const share = /^(\d+)%$/.exec(maxUnavailable?.value ?? "")?.[1];
      if (maxUnavailable === undefined || share === undefined || Number(share) <= 34) continue;
      yield {
        at: maxUnavailable,
        message: `An update stops Falco on ${share}% of the nodes at once.`,
        help: "Set maxUnavailable to 1 or to a few nodes.",
      };
    }
  },
};

export default rule;
