/**
 * falcoctl installs a version of the default rules that the deployed Falco cannot load.
 *
 * ## Why
 *
 * The rules ask for an engine version. An older Falco stops at them, on every node, whenever the artifact is
 * fetched.
 *
 * ## Instead
 *
 * Install the major version of the rules that the deployed Falco brings.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
