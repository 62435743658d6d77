/**
 * The matrix maps rules to a control that the monitoring itself covers, such as review of logs or their
 * retention.
 *
 * ## Why
 *
 * Such a control is shown by properties of the deployment: that events leave the node, that alerts reach
 * people, that records are kept. A rule is not evidence of it, so the rules are not counted, which anyone who
 * reads the matrix would not guess.
 *
 * ## Instead
 *
 * Leave `rules` empty, and say in `note` where the evidence is.
 *
 * ## Notes
 *
 * Where you can defend before an auditor that a rule shows the control, override its class with a reason:
 * `runtime: {class: detect, reason: ...}`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
