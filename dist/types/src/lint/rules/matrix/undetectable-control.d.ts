/**
 * The matrix maps rules to a control that no runtime detector can see, such as a policy or a training duty.
 *
 * ## Why
 *
 * A rule is not evidence for it. An auditor who finds one such row will doubt the others.
 *
 * ## Instead
 *
 * Map the rule to a control that a detector can see.
 *
 * ## Notes
 *
 * If you can defend the mapping, state it: `runtime: {class: detect, reason: ...}` for the control; it then
 * counts.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
