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
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
