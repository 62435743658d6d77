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
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
