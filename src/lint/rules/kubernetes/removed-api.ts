/**
 * A manifest uses a kind in a version of the API that the chosen Kubernetes version no longer serves.
 *
 * ## Why
 *
 * After the upgrade the API server refuses it: what is deployed from the repository is no longer what runs.
 *
 * ## Instead
 *
 * Write the `apiVersion` that Kubernetes serves, and check the fields that differ between the two.
 *
 * ## Notes
 *
 * The version is that of `kubernetes-version`, by default the newest known. The fix changes `apiVersion`
 * alone; as fields may differ too, it is not applied unasked.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/removed-api",
  severity: "error",
  confidence: "high",
  summary: "The Kubernetes version no longer has this kind",
  fixable: true,
  general: true,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "removed-api"),
};

export default rule;
