import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/missing-schema",
  severity: "notice",
  summary: "A kind could not be checked, as there is no schema for it",
  fixable: false,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "missing-schema"),
};

export default rule;
