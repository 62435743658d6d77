/**
 * A control that a runtime detector can see has no rule, neither in the matrix nor by a tag.
 *
 * ## Why
 *
 * It is in the total and not covered. The message names the signals that would show it, and rules of upstream
 * Falco that give one.
 *
 * ## Instead
 *
 * Map rules to the control, or state with `scope` why it does not apply.
 *
 * ## Notes
 *
 * Controls that are not in the matrix are one finding for each framework.
 *
 * A control that does not apply is left out with `scope: {applicable: false, reason, owner, until}`.
 *
 * The fix names up to three rules that would cover it: rules of yours that are named for other controls with
 * the same signals, and rules of upstream Falco that are known to give one. It is offered, never applied
 * unasked: whether a rule covers a control is for people to say.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
