import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/unknown-field",
  severity: "error",
  summary: "A manifest has a field that its kind does not have",
  fixable: true,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "unknown-field"),
};

export default rule;
