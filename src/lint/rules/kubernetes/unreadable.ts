import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/unreadable",
  severity: "error",
  summary: "Kubernetes cannot read a document, or cannot tell what it is",
  fixable: false,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "unreadable"),
};

export default rule;
