import path from "node:path";
import { at } from "../../../project/yaml.ts";
import { stringMap } from "../../../stack/cluster/workload.ts";
import { falcoPods, readsKernel } from "../../../stack/model/pods.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/several-falcos",
  severity: "warning",
  summary: "Two Falcos watch the kernel of the same nodes",
  fixable: false,
  *check({ stacks }) {
    const seen = new Map<string, string>();
    for (const { stack, workload } of falcoPods(stacks)) {
      const { resource, pod } = workload;
      if (resource.kind !== "DaemonSet" || !readsKernel(stack)) continue;
      const nodes = JSON.stringify([
        stack.manifests.name,
        // Files of different folders are for different clusters as often as not.
        path.posix.dirname(resource.text.file),
        [...stringMap(at(pod, "nodeSelector"))].sort(),
      ]);
      const own = `${resource.namespace ?? ""}/${resource.name ?? ""}`;
      const other = seen.get(nodes);
      seen.set(nodes, other ?? own);
      if (other === undefined || other === own) continue;
      yield {
        at: at(resource.root, "metadata", "name") ?? resource,
        message: `"${resource.name}" runs on the same nodes as "${other.replace(/^\//, "")}": each event is read and each alert sent twice.`,
        help: "Join them into one DaemonSet, or part the nodes with nodeSelector.",
      };
    }
  },
};

export default rule;
