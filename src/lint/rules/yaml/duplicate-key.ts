/**
 * A map has the same key twice.
 *
 * ## Why
 *
 * Programs take the last one silently; what the first one says is lost.
 *
 * ## Instead
 *
 * Keep one of the two.
 *
 * ## Notes
 *
 * Kubernetes manifests are held against their schemas, which refuse duplicate keys, and rules files against
 * Falco.
 */

import { entries, items, type Location, type Node, type SourceKind } from "../../../project/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

/** Kubernetes manifests are held against their schemas, and rules files against Falco's loader, elsewhere. */
const kinds: readonly SourceKind[] = [
  "falco-config",
  "helm-values",
  "matrix",
  "framework",
  "rule-tests",
  "kustomization",
  "docker-compose",
];

const rule: LintRule = {
  id: "yaml/duplicate-key",
  severity: "warning",
  confidence: "high",
  summary: "A map has the same key twice, and only the last one counts",
  fixable: false,
  general: true,
  *check({ project }) {
    for (const source of project.sources) {
      if (!kinds.includes(source.kind)) continue;
      for (const { root } of source.documents) yield* duplicates(root);
    }
  },
};

function* duplicates(root: Node | undefined): Iterable<Problem> {
  // An alias leads to a node that is in the set already.
  const nodes = new Set(root === undefined ? [] : [root]);
  for (const node of nodes) {
    const first = new Map<string, Location>();
    for (const { key, keyLocation, value } of entries(node)) {
      const before = first.get(key);
      if (before === undefined) first.set(key, keyLocation);
      else {
        const { line } = before.text.locate(before.span).start;
        yield {
          at: keyLocation,
          message: `The key \`${key}\` is repeated here; its value on line ${line} is not used.`,
          help: "Keep one of the two, or join their values.",
        };
      }
      if (value.kind !== "scalar") nodes.add(value);
    }
    for (const item of items(node)) if (item.kind !== "scalar") nodes.add(item);
  }
}

export default rule;
