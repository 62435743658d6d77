/**
 * Falco's command line has an option that the deployed version does not know.
 *
 * ## Why
 *
 * Falco stops at an unknown option, on every node at once, after an update of the image.
 *
 * ## Instead
 *
 * Write the setting in falco.yaml: `rules: [{disable: {rule: ...}}]` in place of `-D`.
 *
 * ## Notes
 *
 * `-D`, `-T` and `-t` were removed in Falco 0.39, `--cri` in 0.40, `-A`, `-b` and `-S` in 0.41.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
