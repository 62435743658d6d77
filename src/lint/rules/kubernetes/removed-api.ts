import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/removed-api",
  severity: "error",
  summary: "The Kubernetes version no longer has this kind",
  fixable: true,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "removed-api"),
};

export default rule;
