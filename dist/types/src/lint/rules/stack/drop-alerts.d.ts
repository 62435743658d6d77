/**
 * Falco does not alert when it loses kernel events.
 *
 * ## Why
 *
 * Under load the kernel's buffers overflow and events are lost; an attacker can cause that. What was lost is
 * exactly what no rule saw. By default the action is to ignore it.
 *
 * ## Instead
 *
 * Set the actions to `[log, alert]`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
