/**
 * A setting of falcosidekick still has the placeholder of the example that it was copied from.
 *
 * ## Why
 *
 * The output is on, every alert that goes there fails, and the failure is in a log that nobody reads.
 *
 * ## Instead
 *
 * Take the real value from a Secret.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
