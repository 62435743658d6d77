/**
 * A role that is bound to the service account of Falco or falcosidekick grants wildcards, changes, or
 * Secrets.
 *
 * ## Why
 *
 * Falco is on every node. Anyone who takes over one of its pods has what its service account may do.
 *
 * ## Instead
 *
 * Grant `get`, `list` and `watch` on the resources that are read, and nothing else.
 *
 * ## Notes
 *
 * Since 0.41 Falco itself asks nothing of the Kubernetes API. Policy reports of falcosidekick may be written. The
 * service account `default` is every other pod's too: its roles count where they are applied with the workload,
 * in its folder or one around or below it.
 */

import { at, items, type Node, text } from "../../../project/index.ts";
import { falcoPods, imageName, rolesOf, stackWorkloads, type Workload } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

/** Verbs with which somebody who takes over the pod can change the cluster. */
const writing = [
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
  "escalate",
  "bind",
  "impersonate",
];

const rule: LintRule = {
  id: "stack/rbac",
  severity: "warning",
  confidence: "high",
  summary: "The service account of Falco or falcosidekick has more permissions than it needs",
  fixable: false,
  *check({ stacks }) {
    const ofCharts = falcoPods(stacks).filter(({ stack }) => stack.kind === "helm");
    const charts = new Set(ofCharts.map(({ workload }) => workload));
    for (const manifests of new Set(stacks.map((stack) => stack.manifests))) {
      for (const workload of stackWorkloads(stacks)) {
        if (!manifests.workloads.includes(workload)) continue;
        const loads = loadsDriver(workload) || charts.has(workload);
        for (const role of rolesOf(manifests, workload).roles) {
          for (const grant of items(at(role.root, "rules"))) {
            const wide = tooWide(grant, loads);
            if (wide === undefined) continue;
            yield {
              at: wide.node,
              message: `${role.kind} "${role.name}" lets ${workload.resource.kind} "${workload.resource.name}" ${wide.what}.`,
              help: "Grant get, list and watch on exactly the resources that it reads; Falco itself needs none with the container plugin.",
            };
          }
        }
      }
    }
  },
};

/** The loader of the kernel module writes the driver that it chose into Falco's ConfigMap. The chart lets it in any case. */
function loadsDriver({ pod }: Workload): boolean {
  return pod.initContainers.some(({ image }) => imageName(image) === "falco-driver-loader");
}

function tooWide(grant: Node, loadsDriver: boolean): { what: string; node: Node } | undefined {
  const of = (field: string): readonly Node[] => items(at(grant, field));
  const resources = of("resources");
  // Reports of falcosidekick's own kind have to be written.
  if (of("apiGroups").some((node) => text(node) === "wgpolicyk8s.io")) return undefined;
  const everything = resources.find((node) => text(node) === "*");
  if (everything !== undefined) return { what: "act on every kind of resource", node: everything };
  const anyVerb = of("verbs").find((node) => text(node) === "*");
  if (anyVerb !== undefined) return { what: "do anything with these resources", node: anyVerb };
  const write = of("verbs").find((node) => writing.includes(text(node) ?? ""));
  const ownAffair = (name: string | undefined): boolean =>
    name === "leases" || (loadsDriver && name === "configmaps");
  if (write !== undefined && !resources.every((node) => ownAffair(text(node))))
    return { what: `${text(write)} ${resources.map(text).join(", ")}`, node: write };
  const secrets = resources.find((node) => text(node) === "secrets");
  return secrets === undefined ? undefined : { what: "read Secrets", node: secrets };
}

export default rule;
