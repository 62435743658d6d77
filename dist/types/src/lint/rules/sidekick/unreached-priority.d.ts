/**
 * Falco sends alerts of a priority that no output of falcosidekick takes.
 *
 * ## Why
 *
 * falcosidekick takes them in and drops them. A rule with that priority fires, and nobody is notified.
 *
 * ## Instead
 *
 * Lower the minimum priority of an output to that of falco.yaml.
 *
 * ## Notes
 *
 * An output that takes warnings and drops lower priorities is intended, and not reported.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
