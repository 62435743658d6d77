/**
 * A map of a manifest has the same key twice.
 *
 * ## Why
 *
 * kubectl refuses the manifest. Where it does not look, the last one counts and what the first one says is
 * lost.
 *
 * ## Instead
 *
 * Put both values under one key.
 *
 * ## Notes
 *
 * While a key occurs twice, the document is not held against its schema.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kubernetes/duplicate-key",
  severity: "error",
  confidence: "high",
  summary: "A manifest has the same key twice in one map",
  fixable: false,
  general: true,
  check: ({ manifests }) => manifests.filter(({ kind }) => kind === "duplicate-key"),
};

export default rule;
