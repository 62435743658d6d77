/**
 * A ConfigMap has Falco rules, and no Falco pod of the repository mounts it.
 *
 * ## Why
 *
 * Falco reads files. Rules that are in the cluster and not in the pod detect nothing, and nothing tells so.
 *
 * ## Instead
 *
 * Mount the ConfigMap into the Falco pod, and list its directory in `rules_files`.
 *
 * ## Notes
 *
 * Silent in a repository without any Falco deployment, as the rules are then mounted from elsewhere.
 */

import { at, text } from "../../../project/index.ts";
import { mountedSources } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/unmounted-rules",
  severity: "warning",
  confidence: "medium",
  summary: "A ConfigMap has Falco rules that no Falco pod mounts",
  fixable: false,
  *check({ project, applied, stacks }) {
    // Without any deployment the rules are deployed from elsewhere.
    if (stacks.length === 0) return;
    const mounted = mountedSources(stacks);
    const holders = new Set(
      project.sources
        .filter(({ kind, embedding }) => kind === "falco-rules" && embedding?.source.kind === "kubernetes")
        .filter((source) => !mounted.has(source))
        .map(({ embedding }) => embedding!.holder),
    );
    for (const source of mounted) if (source.embedding !== undefined) holders.delete(source.embedding.holder);
    // Where not all that is applied was read, the pod may be in the rest.
    const unsure = applied.filter(({ gaps }) => gaps.length > 0);
    const files = new Set(unsure.flatMap(({ resources }) => resources.map(({ source }) => source.file)));
    for (const holder of holders) {
      if (files.has(holder.text.file)) continue;
      const name = at(holder, "metadata", "name");
      yield {
        at: name ?? holder,
        message: `No Falco pod mounts the ConfigMap "${text(name) ?? ""}", so its rules protect nothing.`,
        help: "Add it to the volumes of the Falco pod, mount it, and list the path in rules_files.",
      };
    }
  },
};

export default rule;
