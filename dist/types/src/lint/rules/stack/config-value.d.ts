/**
 * falco.yaml has a value of the wrong type, or a word that is none of those that Falco takes.
 *
 * ## Why
 *
 * At a wrong `engine.kind`, `priority`, `log_level`, `rule_matching`, `capture.mode` or drop action Falco
 * stops. At other keys it goes on with the default, as if nothing was written.
 *
 * Nor does Falco start where `rules_file`, the name before 0.38, and `rules_files` are both set. The chart
 * sets the new one itself, so values with the old one always end that way.
 *
 * ## Instead
 *
 * Write one of the values that Falco takes, such as `engine.kind: modern_ebpf` and `priority: warning`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
