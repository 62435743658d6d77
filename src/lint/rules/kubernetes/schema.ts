import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/schema",
  severity: "error",
  summary: "A manifest does not follow the schema of its kind",
  fixable: true,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "schema"),
};

export default rule;
