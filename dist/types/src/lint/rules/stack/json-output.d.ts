/**
 * `json_output` is off in falco.yaml while alerts go to falcosidekick.
 *
 * ## Why
 *
 * falcosidekick refuses what is not JSON, so no alert arrives anywhere.
 *
 * ## Instead
 *
 * Set `json_output: true`.
 *
 * ## Notes
 *
 * `json_output` is off by default.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
