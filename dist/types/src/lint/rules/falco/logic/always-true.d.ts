/**
 * Alternatives that are joined by `or` leave no value out.
 *
 * ## Why
 *
 * `proc.name != bash or proc.name != zsh` is true for every name, as none is both. The check is no check, and
 * the rule alerts on everything else that it asks for.
 *
 * ## Instead
 *
 * Ask for the opposite of all values at once: `not proc.name in (bash, zsh)`.
 *
 * ## Notes
 *
 * It is proven as in `falco/never-true`, for events on which the fields have a value.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
