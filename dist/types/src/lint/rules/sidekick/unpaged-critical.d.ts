/**
 * No output of falcosidekick wakes somebody for a critical alert.
 *
 * ## Why
 *
 * A message in a channel at night is read in the morning.
 *
 * ## Instead
 *
 * Add an output that pages, with `critical` as its minimum priority.
 *
 * ## Notes
 *
 * PagerDuty, Opsgenie, Grafana OnCall and Alertmanager page. An output that hands alerts to another system (a
 * webhook, a queue) may page from there, and silences this rule.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
