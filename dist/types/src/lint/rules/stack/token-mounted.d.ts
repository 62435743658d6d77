/**
 * A pod mounts a token for the Kubernetes API, and its service account has no role.
 *
 * ## Why
 *
 * The token opens nothing that the pod needs, and still lets anyone who reads it ask the API server as that
 * account.
 *
 * ## Instead
 *
 * Set `automountServiceAccountToken: false`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
