/**
 * A pod of Falco or falcosidekick runs as a service account that is not among the manifests.
 *
 * ## Why
 *
 * Without the account the controller creates no pods; only an event that nobody reads reports it.
 *
 * ## Instead
 *
 * Write the name of a service account that exists.
 */

import { stackWorkloads } from "../../../stack/index.ts";
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
        const { serviceAccountName } = workload.pod;
        const { namespace, kind, name: owner } = workload.resource;
        if (serviceAccountName === undefined || serviceAccountName.value === "default") continue;
        const name = serviceAccountName.value;
        if (manifests.find("ServiceAccount", name, { namespace }) !== undefined) continue;
        // Accounts may all come from elsewhere.
        const anyAccount = manifests.resources.some((resource) => resource.kind === "ServiceAccount");
        yield {
          at: serviceAccountName,
          severity: anyAccount ? "warning" : "notice",
          message: `The service account "${name}" is not among the manifests, and without it ${kind} "${owner}" makes no pods.`,
          help: "Add the ServiceAccount in the same namespace, or correct the name.",
        };
      }
    }
  },
};

export default rule;
