/**
 * An item of a list, or a value of an exception, has a comma and no space.
 *
 * ## Why
 *
 * Falco puts the text of the items into the condition and reads that then. `a,b` is two values there. An item
 * with a space is quoted by Falco, and stays one.
 *
 * ## Instead
 *
 * Quote the item twice, so that the inner quotes reach the condition: `'"ro,noexec"'`.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
