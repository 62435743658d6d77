/**
 * The matrix asks for a baseline that the framework does not have.
 *
 * ## Why
 *
 * The baseline decides which controls count. An unknown one selects none of them, and coverage of nothing
 * says nothing.
 *
 * ## Instead
 *
 * Write one of the baselines that the framework has.
 *
 * ## Notes
 *
 * FedRAMP has `li-saas`, `low`, `moderate` and `high`; the other frameworks have no baselines.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
