/**
 * The matrix has two entries for one control, perhaps under two spellings of its id.
 *
 * ## Why
 *
 * Both count, and anyone who reads one of them misses the other.
 *
 * ## Instead
 *
 * Put the rules of both under one id.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
