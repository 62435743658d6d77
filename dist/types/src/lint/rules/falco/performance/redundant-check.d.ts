/**
 * A check adds nothing to another one of the same `and` or `or`.
 *
 * ## Why
 *
 * It costs on every event, and makes readers look for what it is there for. Often another field or another
 * value was meant.
 *
 * ## Instead
 *
 * Remove the check, or write the one that was meant.
 *
 * ## Notes
 *
 * It is proven as in `falco/never-true`. Checks with `exists` are not reported, as they say to readers what
 * is assumed.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
