/**
 * The output or a tag of a rule, or an annotation of an alert of Prometheus, names a runbook that is not
 * there.
 *
 * ## Why
 *
 * The alert brings the path to the person who is woken by it. A page that was renamed is not found then.
 *
 * ## Instead
 *
 * Write the path of the page as it is in the repository.
 *
 * ## Notes
 *
 * Only paths are looked at, no addresses, and only where the files checked hold runbooks.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
