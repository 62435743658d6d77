import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/template",
  severity: "notice",
  summary: "A template was not checked",
  fixable: false,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "template"),
};

export default rule;
