/**
 * Parts of a condition that are joined by `and` exclude each other.
 *
 * ## Why
 *
 * No event can satisfy all of them, so this part is never true. Where it is all of a rule's condition the
 * rule never matches, which is an error: Falco loads it silently.
 *
 * ## Instead
 *
 * Remove or correct one of the checks that exclude each other.
 *
 * ## Notes
 *
 * Macros and lists are written out, and each alternative is followed. For each field the engine's own
 * comparison is asked about every value that could tell its checks apart; prefixes, suffixes and folders are
 * held against each other. What is reported is proven. What takes too long to prove, or hangs on a macro that
 * is not available, is not. `evt.num` is not reported, as macros that are never true are written with it, and
 * so are macros that ask no more than whether a field exists.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
