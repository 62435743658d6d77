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
import { falcoPods } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const label = "pod-security.kubernetes.io/enforce";

const rule: LintRule = {
  id: "stack/pod-security",
  severity: "error",
  confidence: "high",
  summary: "The namespace's Pod Security level refuses Falco's pods, or does not say that it takes them",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, workload } of falcoPods(stacks)) {
      const { namespace } = workload.resource;
      if (namespace === undefined) continue;
      const resource = stack.manifests.named("Namespace", namespace)[0];
      const mountsHost = stack.files.mounts.some(({ volume }) => volume.kind === "host");
      if (resource === undefined || !mountsHost) continue;
      const level = textAt(resource.root, "metadata", "labels", label);
      const value = level?.value;
      if (value === "privileged") continue;
      yield {
        at: level ?? nameLocation(resource),
        severity: value === undefined ? "notice" : "error",
        message:
          value === undefined
            ? `The namespace "${namespace}" has no Pod Security level, and a cluster with a stricter default refuses Falco's host mounts.`
            : `The Pod Security level "${value}" of the namespace "${namespace}" refuses Falco's host mounts.`,
        help: `Label the namespace ${label}: privileged, and run nothing else in it.`,
      };
    }
  },
};

export default rule;
