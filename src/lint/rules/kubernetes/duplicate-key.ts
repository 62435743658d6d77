import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/duplicate-key",
  severity: "error",
  summary: "A manifest has the same key twice in one map",
  fixable: false,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "duplicate-key"),
};

export default rule;
