/**
 * No pod of Falco is ever made: the workload has no replicas, or its pods are for nodes that do not run Linux.
 *
 * ## Why
 *
 * The manifests look like a deployment, and nothing runs.
 *
 * ## Instead
 *
 * Run Falco as a DaemonSet, with `nodeSelector: {kubernetes.io/os: linux}` where a cluster has other nodes too.
 */

import { neverScheduled } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { startProblems } from "../../start-problems.ts";

const rule: LintRule = {
  id: "stack/no-pods",
  severity: "error",
  confidence: "high",
  summary: "Falco's workload makes no pods that could run it",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) yield* startProblems(neverScheduled(stack));
  },
};

export default rule;
