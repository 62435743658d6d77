/**
 * The selector of a Service, workload, network policy or disruption budget in Falco's namespace matches no
 * pod.
 *
 * ## Why
 *
 * A Service without pods takes no alerts, a policy without pods protects nothing. A workload that does not
 * select its own pods is refused.
 *
 * ## Instead
 *
 * Select the labels that the pods have.
 */

import type { Resource } from "../../../kubernetes/index.ts";
import { at, entries, type MapNode, stringMap } from "../../../project/index.ts";
import { inSameNamespace, type Manifests, selects } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/selector",
  severity: "error",
  confidence: "medium",
  summary: "A selector around Falco matches no pod",
  fixable: false,
  *check({ stacks }) {
    for (const manifests of new Set(stacks.map((stack) => stack.manifests))) {
      const namespaces = new Set(stacks.map(({ namespace }) => namespace));
      for (const resource of manifests.resources) {
        if (![...namespaces].some((namespace) => resource.namespace === namespace)) continue;
        const problem = check(manifests, resource);
        if (problem !== undefined) yield problem;
      }
    }
  },
};

function check(manifests: Manifests, resource: Resource): Problem | undefined {
  const { kind, name } = resource;
  if (kind === "DaemonSet" || kind === "Deployment" || kind === "StatefulSet") return checkTemplate(resource);
  const selector = at(resource.root, "spec", kind === "NetworkPolicy" ? "podSelector" : "selector");
  if (kind !== "Service" && kind !== "NetworkPolicy" && kind !== "PodDisruptionBudget") return undefined;
  if (selector?.kind !== "map" || entries(selector).length === 0) return undefined;
  // The pods of other programs in the namespace may come from elsewhere.
  const written = selector.text.content.slice(selector.span.start, selector.span.end);
  if (!/falco|sidekick/i.test(`${name} ${written}`)) return undefined;
  const matches = manifests.workloads.some(({ resource: owner, labels }) => {
    if (!inSameNamespace(owner.namespace, resource.namespace)) return false;
    return kind === "Service"
      ? [...stringMap(selector)].every(([key, value]) => labels.get(key) === value)
      : selects(selector as MapNode, labels);
  });
  // A missing object proves nothing either where not everything that is applied was read.
  if (matches || manifests.unread !== undefined) return undefined;
  return {
    at: selector,
    message: `The selector of ${kind} "${name}" matches no pod among the manifests.`,
    help: "Use labels of the pod template, in the same namespace.",
    severity: kind === "Service" ? "error" : "warning",
  };
}

/** The API server refuses a workload that does not select its own pods. */
function checkTemplate({ root, kind, name }: Resource): Problem | undefined {
  const selector = at(root, "spec", "selector");
  const labels = stringMap(at(root, "spec", "template", "metadata", "labels"));
  if (selector?.kind !== "map" || selects(selector, labels)) return undefined;
  return {
    at: selector,
    message: `The selector of ${kind} "${name}" does not match the labels of its own pods, so the cluster refuses it.`,
    help: "Give the pod template the labels that the selector names.",
  };
}

export default rule;
