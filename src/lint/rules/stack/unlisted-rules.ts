/**
 * A rules file is mounted into the Falco pod, and nothing in `rules_files` (or `-r`) leads to it.
 *
 * ## Why
 *
 * Falco loads what is listed and nothing else. Only files that end in `.yaml` or `.yml` count.
 *
 * ## Instead
 *
 * List the file, or its directory, in `rules_files`.
 *
 * ## Notes
 *
 * A copy of a published file, as it comes with a chart, may lie there for those who want it.
 */

import { mountedSources, mountOf } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/unlisted-rules",
  severity: "error",
  confidence: "high",
  summary: "A rules file is mounted, and Falco does not load it",
  fixable: false,
  *check({ stacks, copies }) {
    const published = new Set(copies.filter(({ changed }) => changed === 0).map(({ source }) => source));
    for (const stack of stacks) {
      if (stack.config.state === "unknown") continue;
      const loaded = new Set(
        stack.rulesFiles.loaded.flatMap(({ content }) => (content.kind === "source" ? [content.source] : [])),
      );
      for (const source of mountedSources([stack])) {
        if (source.kind !== "falco-rules" || loaded.has(source) || published.has(source)) continue;
        const mount = mountOf(stack, source);
        // In this folder the chart and the packages keep what is there to be taken.
        if (mount === undefined || mount.path.includes("/rules.available/")) continue;
        const readable = /\.ya?ml$/.test(mount.path);
        yield {
          at: mount.location,
          message: readable
            ? `Falco does not load ${mount.path}: nothing in rules_files leads to it.`
            : `Falco does not load ${mount.path}: it reads files that end in .yaml or .yml alone.`,
          help: readable
            ? "Add the file or its directory to rules_files in falco.yaml."
            : "Give the key of the ConfigMap a name that ends in .yaml.",
        };
      }
    }
  },
};

export default rule;
