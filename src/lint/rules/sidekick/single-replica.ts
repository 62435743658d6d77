/**
 * falcosidekick runs with one replica.
 *
 * ## Why
 *
 * Falco sends each alert once. While the only pod is moved, restarted or updated, alerts are lost.
 *
 * ## Instead
 *
 * Run two replicas or more.
 */

import { knownValue, sidekicks } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "sidekick/single-replica",
  severity: "notice",
  confidence: "high",
  summary: "falcosidekick runs once, so alerts are lost while its pod moves",
  fixable: false,
  *check({ stacks }) {
    for (const { replicas, name, workload } of sidekicks(stacks)) {
      const kind = workload?.resource.kind;
      if (knownValue(replicas) !== 1 || (kind !== "Deployment" && kind !== "StatefulSet")) continue;
      yield {
        at: replicas.evidence,
        message: `"${name}" has one replica: while its pod is moved or restarted, alerts are lost.`,
        help: "Run two replicas, on different nodes.",
      };
    }
  },
};

export default rule;
