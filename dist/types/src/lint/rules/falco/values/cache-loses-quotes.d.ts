/**
 * A text between quotes reads like a field or a transformer that the same rule uses.
 *
 * ## Why
 *
 * For the length of an event Falco keeps the result of a check by its printed text, which has no quotes. So
 * `proc.name = "val(proc.pname)"` and `proc.name = val(proc.pname)` in one rule get one result, that of
 * whichever comes first.
 *
 * ## Instead
 *
 * Compare another field with the text, or write the text in another way, so that the two checks do not print
 * alike.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
