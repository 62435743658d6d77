/**
 * A pod of Falco or falcosidekick runs as a service account that is not among the manifests.
 *
 * ## Why
 *
 * Without the account the controller makes no pods, and says so in an event that nobody reads.
 *
 * ## Instead
 *
 * Write the name of a service account that exists.
 */

import { at } from "../../../project/index.ts";
import { serviceAccountOf, stackWorkloads } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/service-account",
  severity: "warning",
  confidence: "medium",
  summary: "A pod runs as a service account that is not among the manifests",
  fixable: false,
  *check({ stacks }) {
    for (const manifests of new Set(stacks.map((stack) => stack.manifests))) {
      if (manifests.unread !== undefined) continue;
      for (const workload of stackWorkloads(stacks)) {
        if (!manifests.workloads.includes(workload)) continue;
        const name = serviceAccountOf(workload);
        const node = at(workload.pod, "serviceAccountName") ?? at(workload.pod, "serviceAccount");
        const { namespace, kind, name: owner } = workload.resource;
        if (name === "default" || node === undefined) continue;
        if (manifests.find("ServiceAccount", name, { namespace }) !== undefined) continue;
        // Accounts may all come from elsewhere.
        const anyAccount = manifests.resources.some((resource) => resource.kind === "ServiceAccount");
        yield {
          at: node,
          severity: anyAccount ? "warning" : "notice",
          message: `The service account "${name}" is not among the manifests, and without it ${kind} "${owner}" makes no pods.`,
          help: "Add the ServiceAccount in the same namespace, or correct the name.",
        };
      }
    }
  },
};

export default rule;
