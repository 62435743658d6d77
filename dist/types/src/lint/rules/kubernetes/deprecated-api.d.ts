/**
 * A manifest uses a kind in a version of the API that is deprecated in the chosen Kubernetes version.
 *
 * ## Why
 *
 * It still works, but a later version of Kubernetes no longer has it.
 *
 * ## Instead
 *
 * Write the newer `apiVersion`, and check the fields that differ between the two.
 *
 * ## Notes
 *
 * The fix changes `apiVersion` alone; as fields may differ too, it is not applied unasked.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
