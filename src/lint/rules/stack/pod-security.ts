/**
 * The namespace of Falco has a Pod Security level that refuses host mounts, or none.
 *
 * ## Why
 *
 * With `baseline` or `restricted` the API server refuses every Falco pod: the DaemonSet is there, and has no
 * pods. Without a label the level is that of the cluster, which may be stricter.
 *
 * ## Instead
 *
 * Set the label `pod-security.kubernetes.io/enforce: privileged` on the namespace.
 */

import { nameLocation } from "../../../kubernetes/index.ts";
import { textAt } from "../../../project/index.ts";
import { falcoPods, podSecurityLabel, refusedByPodSecurity } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { startProblems } from "../../start-problems.ts";

const rule: LintRule = {
  id: "stack/pod-security",
  severity: "error",
  confidence: "high",
  summary: "The namespace's Pod Security level refuses Falco's pods, or does not say that it takes them",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, workload } of falcoPods(stacks)) {
      yield* startProblems(refusedByPodSecurity(stack));
      const { namespace } = workload.resource;
      const resource = namespace === undefined ? undefined : stack.manifests.named("Namespace", namespace)[0];
      const mountsHost = stack.files.mounts.some(({ volume }) => volume.kind === "host");
      if (resource === undefined || !mountsHost) continue;
      if (textAt(resource.root, "metadata", "labels", podSecurityLabel) !== undefined) continue;
      yield {
        at: nameLocation(resource),
        severity: "notice",
        message: `The namespace "${namespace}" has no Pod Security level, and a cluster with a stricter default refuses Falco's host mounts.`,
        help: `Label the namespace ${podSecurityLabel}: privileged, and run nothing else in it.`,
      };
    }
  },
};

export default rule;
