/**
 * A pod of Falco or falcosidekick runs as a service account that is not among the manifests.
 *
 * ## Why
 *
 * Without the account the controller creates no pods; only an event that nobody reads reports it.
 *
 * ## Instead
 *
 * Write the name of a service account that exists.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
