/**
 * Two DaemonSets run Falco on the same nodes.
 *
 * ## Why
 *
 * Each reads every event of the kernel, and each sends every alert. The probes' buffers are there twice.
 *
 * ## Instead
 *
 * Run one DaemonSet, with the rules of both.
 */

import path from "node:path";
import { nameLocation, type Resource } from "../../../kubernetes/index.ts";
import { falcoPods, inSameNamespace, readsKernel } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/several-falcos",
  severity: "warning",
  confidence: "high",
  summary: "Two Falcos watch the kernel of the same nodes",
  fixable: false,
  *check({ stacks }) {
    const seen = new Map<string, Resource>();
    for (const { stack, workload } of falcoPods(stacks)) {
      const { resource, pod } = workload;
      if (resource.kind !== "DaemonSet" || !readsKernel(stack)) continue;
      const nodes = JSON.stringify([
        stack.manifests.name,
        // Files of different folders are for different clusters as often as not.
        path.posix.dirname(resource.text.file),
        [...pod.nodeSelector].sort(),
      ]);
      const other = seen.get(nodes);
      seen.set(nodes, other ?? resource);
      // Values may be those of a release that is declared elsewhere, with its namespace.
      if (
        other === undefined ||
        stack.manifests.areAlternatives(other, resource) ||
        (other.name === resource.name && inSameNamespace(other.namespace, resource.namespace))
      )
        continue;
      const where = other.namespace === undefined ? "" : `${other.namespace}/`;
      yield {
        at: nameLocation(resource),
        message: `"${resource.name}" runs on the same nodes as "${where}${other.name}": each event is read and each alert sent twice.`,
        help: "Join them into one DaemonSet, or split the nodes with nodeSelector.",
      };
    }
  },
};

export default rule;
