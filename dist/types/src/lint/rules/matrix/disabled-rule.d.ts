/**
 * The matrix names a rule that is disabled wherever it is loaded.
 *
 * ## Why
 *
 * A disabled rule covers no control. Some of Falco's own rules are disabled when they come, and a rule can be
 * switched off by `enabled: false`, by an override, and by the selection in falco.yaml. It is an error where
 * no other rule of the control's entry runs.
 *
 * ## Instead
 *
 * Enable the rule in falco.yaml with `rules: [{enable: {rule: ...}}]`, or map another rule.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
