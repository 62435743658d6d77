import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/unknown-kind",
  severity: "error",
  summary: "Kubernetes has no such kind in this version of its API",
  fixable: false,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "unknown-kind"),
};

export default rule;
