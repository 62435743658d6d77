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

import { at, text } from "../../../project/index.ts";
import { falcoPods } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/update-strategy",
  severity: "notice",
  confidence: "high",
  summary: "An update of Falco takes many nodes' sensors away at once, or never happens",
  fixable: false,
  *check({ stacks }) {
    for (const { workload } of falcoPods(stacks)) {
      if (workload.resource.kind !== "DaemonSet") continue;
      const strategy = at(workload.resource.root, "spec", "updateStrategy");
      const type = at(strategy, "type");
      if (type !== undefined && text(type) === "OnDelete") {
        yield {
          at: type,
          message:
            "With OnDelete a change of rules or version reaches a node only when somebody deletes its pod.",
          help: "Use RollingUpdate.",
        };
        continue;
      }
      const unavailable = at(strategy, "rollingUpdate", "maxUnavailable");
      const share = /^(\d+)%$/.exec(text(unavailable) ?? "")?.[1];
      if (unavailable === undefined || share === undefined || Number(share) <= 34) continue;
      yield {
        at: unavailable,
        message: `An update takes Falco from ${share}% of the nodes at once.`,
        help: "Set maxUnavailable to 1 or to a few nodes.",
      };
    }
  },
};

export default rule;
