/**
 * No output of Falco is switched on.
 *
 * ## Why
 *
 * A falco.yaml of your own replaces that of the image, and every output that it does not switch on is off.
 * Falco evaluates all rules, and tells nobody.
 *
 * ## Instead
 *
 * Switch on at least one output, such as `http_output` with an address.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
