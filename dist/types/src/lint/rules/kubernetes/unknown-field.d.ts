/**
 * A field is not in the schema of its kind: it is misspelt, at the wrong depth, or of another
 * version.
 *
 * ## Why
 *
 * kubectl refuses it. Where it does not look, the field is dropped silently: a `serviceAccount` or a volume
 * that is not there, and nobody is reported.
 *
 * ## Instead
 *
 * Correct the name of the field, or move it to the depth where it belongs.
 *
 * ## Notes
 *
 * The fix renames the field to the one that is nearest. It is not applied unasked.
 *
 * SOPS removes its `sops` key before the manifest is applied, so it is not a field of it.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
