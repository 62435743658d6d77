/**
 * A document of a manifest has no `kind` or no `apiVersion`, or holds what Kubernetes' YAML library does not
 * read.
 *
 * ## Why
 *
 * kubectl stops at it.
 *
 * ## Instead
 *
 * Give each document a `kind` and an `apiVersion`, and correct the YAML that cannot be read.
 *
 * ## Notes
 *
 * Broken YAML is reported by yaml/syntax.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/unreadable",
  severity: "error",
  confidence: "high",
  summary: "Kubernetes cannot read a document, or cannot tell what it is",
  fixable: false,
  general: true,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "unreadable"),
};

export default rule;
