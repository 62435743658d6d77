/**
 * A rules file is a copy of one that the Falco project publishes, of a release that others came after.
 *
 * ## Why
 *
 * A copy stays as it is while attacks, system calls and Falco itself change: newer releases close gaps, take out
 * what Falco no longer knows, and raise fewer false alarms.
 *
 * ## Instead
 *
 * Let the image or falcoctl bring the published file. Keep your own changes in a file that is loaded after it, with
 * `override` for what they change.
 *
 * ## Notes
 *
 * A copy is recognised by its definitions, of which at least half, and ten, are word for word those of a release.
 * These definitions are not checked any further, unless Falco refuses them where a deployment loads them; the others
 * are. Of several copies of one file the newest is named.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
