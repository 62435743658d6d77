/**
 * A map of a manifest has the same key twice.
 *
 * ## Why
 *
 * kubectl refuses the manifest. Where it does not look, the last one counts and what the first one says is
 * lost.
 *
 * ## Instead
 *
 * Put both values under one key.
 *
 * ## Notes
 *
 * While a key occurs twice, the document is not held against its schema.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
