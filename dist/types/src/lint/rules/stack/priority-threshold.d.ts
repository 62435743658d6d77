/**
 * The `priority` in falco.yaml keeps back enabled rules of the repository.
 *
 * ## Why
 *
 * Falco evaluates them, and passes over every match silently. Where the matrix counts on one of them, a
 * control is lost.
 *
 * ## Instead
 *
 * Lower `priority` to that of the rules: `priority: notice`.
 *
 * ## Notes
 *
 * An error where a control of the matrix, or a compliance tag of the rule, depends on it.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
