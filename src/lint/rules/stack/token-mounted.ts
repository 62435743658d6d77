/**
 * A pod mounts a token for the Kubernetes API, and its service account has no role.
 *
 * ## Why
 *
 * The token opens nothing that the pod needs, and still lets anyone who reads it ask the API server as that
 * account.
 *
 * ## Instead
 *
 * Set `automountServiceAccountToken: false`.
 */

import { nameLocation } from "../../../kubernetes/index.ts";
import { booleanAt } from "../../../project/index.ts";
import { rolesOf, serviceAccountOf, stackWorkloads } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/token-mounted",
  severity: "notice",
  confidence: "medium",
  summary: "A pod gets a token for the Kubernetes API that it has no use for",
  fixable: false,
  *check({ stacks }) {
    // What the pods of a chart mount is not in the hands of who writes its values.
    const own = stacks.filter(({ kind }) => kind !== "helm");
    for (const manifests of new Set(own.map((stack) => stack.manifests))) {
      for (const workload of stackWorkloads(own)) {
        if (!manifests.workloads.includes(workload)) continue;
        const { resource, pod } = workload;
        const account = manifests.find("ServiceAccount", serviceAccountOf(workload), {
          namespace: resource.namespace,
          near: resource,
        });
        const setting =
          pod.automountServiceAccountToken ?? booleanAt(account?.root, "automountServiceAccountToken");
        // What the token is good for is known only for an account that is in the repository.
        if (account === undefined || setting?.value === false || rolesOf(manifests, workload).bound) continue;
        yield {
          at: setting ?? nameLocation(resource),
          message: `${resource.kind} "${resource.name}" mounts a token of a service account that has no role.`,
          help: "Set automountServiceAccountToken: false on the pod.",
        };
      }
    }
  },
};

export default rule;
