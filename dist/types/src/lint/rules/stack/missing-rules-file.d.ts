/**
 * `rules_files` lists a path at which there is no file.
 *
 * ## Why
 *
 * Falco passes over it silently, so the rules that were meant to be there are missing. A volume mounted over
 * `/etc/falco` hides the default rules of the image in the same way. When no listed file exists, Falco does
 * not start.
 *
 * ## Instead
 *
 * List a path at which the container has a file, or mount the file there.
 *
 * ## Notes
 *
 * `falco_rules.local.yaml` and `rules.d`, which the default falco.yaml lists for you to fill, may be absent.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
