/**
 * An expression asks for `falco_events` of falco-exporter.
 *
 * ## Why
 *
 * falco-exporter reads Falco's gRPC output, and Falco 0.44 no longer has it. The metric has no data, and
 * alerts on it never fire. falcosidekick counts the alerts that reach it, and Falco itself the matches of its
 * rules.
 *
 * ## Instead
 *
 * Use `falcosecurity_falcosidekick_falco_events_total` with falcosidekick, or else
 * `falcosecurity_falco_rules_matches_total` with the label `rule_name`. The numbers of priorities run the
 * other way in falcosidekick's metric; its label `priority_raw` has the word.
 *
 * ## Notes
 *
 * A notice while all Falcos of the repository are older than 0.44.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
