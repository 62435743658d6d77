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
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
