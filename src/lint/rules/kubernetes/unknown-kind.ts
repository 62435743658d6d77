/**
 * `kind` or `apiVersion` names something that Kubernetes does not have, or has elsewhere.
 *
 * ## Why
 *
 * The API server refuses the manifest.
 *
 * ## Instead
 *
 * Write `kind` and `apiVersion` as Kubernetes has them: a DaemonSet is of `apps/v1`.
 *
 * ## Notes
 *
 * Only groups of Kubernetes itself are checked. What belongs to somebody else is reported by
 * kubernetes/missing-schema.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/unknown-kind",
  severity: "error",
  confidence: "high",
  summary: "Kubernetes has no such kind in this version of its API",
  fixable: false,
  general: true,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "unknown-kind"),
};

export default rule;
