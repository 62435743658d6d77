/**
 * Falco sends alerts of a priority that no output of falcosidekick takes.
 *
 * ## Why
 *
 * falcosidekick takes them in and drops them. A rule with that priority works, and nobody hears of it.
 *
 * ## Instead
 *
 * Lower the minimum priority of an output to that of falco.yaml.
 *
 * ## Notes
 *
 * An output that takes warnings and leaves out what is below is meant to: nothing is said of it.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
