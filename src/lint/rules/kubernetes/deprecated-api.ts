import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/deprecated-api",
  severity: "warning",
  summary: "The kind is deprecated and will go",
  fixable: true,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "deprecated-api"),
};

export default rule;
