import type { SourceKind } from "../../../project/classify.ts";
import { entries, items, type Node } from "../../../project/yaml.ts";
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
  summary: "A map has the same key twice, and only the last one counts",
  fixable: false,
  *check({ project }) {
    for (const source of project.sources) {
      if (!kinds.includes(source.kind)) continue;
      for (const { root } of source.documents) yield* duplicates(root, new Set());
    }
  },
};

function* duplicates(node: Node | undefined, seen: Set<Node>): Iterable<Problem> {
  // An alias leads to a node that was looked at already.
  if (node === undefined || node.kind === "scalar" || seen.has(node)) return;
  seen.add(node);
  const keys = new Map<string, number>();
  for (const { key, keyPlace, value } of entries(node)) {
    const first = keys.get(key);
    if (first !== undefined) {
      yield {
        at: keyPlace,
        message: `The key \`${key}\` stands here a second time; its value in line ${first} is not used.`,
        help: "Keep one of the two, or join their values.",
      };
    } else keys.set(key, keyPlace.text.locate(keyPlace.span).start.line);
    yield* duplicates(value, seen);
  }
  for (const item of items(node)) yield* duplicates(item, seen);
}

export default rule;
