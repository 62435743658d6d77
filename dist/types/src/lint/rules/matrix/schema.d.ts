/**
 * The matrix has a key or a value that its format does not know: a slip in a key, a list where a map belongs,
 * a `version` other than 1.
 *
 * ## Why
 *
 * What is not understood is not counted. A control whose rules are under `rule:` instead of `rules:` looks
 * mapped to the person who wrote it and is not.
 *
 * ## Instead
 *
 * Correct the key or the value that the message names.
 *
 * ## Notes
 *
 * The format is in `schemas/matrix.schema.json`; editors that speak JSON Schema complete and check it as you
 * type.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
