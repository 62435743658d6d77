/**
 * A file with a framework of your own has a key or a value that its format does not know, two controls of one
 * id, a parent, successor or signal that does not exist, or parents in a circle.
 *
 * ## Why
 *
 * A control that is not understood is in no total, so the coverage of the framework looks better than it is.
 * Parents in a circle have no place in the report's families.
 *
 * ## Instead
 *
 * Correct the key or the value that the message names.
 *
 * ## Notes
 *
 * The format is in `schemas/framework.schema.json`. Signals are those of `policies/frameworks/signals.yaml`.
 * Quote an id that looks like a number: `1.10` without quotes is `1.1`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
