/**
 * A tag names a tactic or technique that MITRE ATT&CK does not have, or a technique next to tactics that are
 * not its own.
 *
 * ## Why
 *
 * Alerts are counted, routed and held against threat models by these tags. One with a typo, a withdrawn id or
 * the wrong tactic is not counted, or is counted in the wrong place. Falco's own rules write tactics as `mitre_` and
 * the name (`mitre_credential_access`) or by id (`TA0006`), and techniques by id (`T1552.001`).
 *
 * ## Instead
 *
 * Write the tactic and the technique as MITRE ATT&CK has them: `[mitre_credential_access, T1552.001]`.
 *
 * ## Notes
 *
 * Held against ATT&CK 18.1 for enterprises. Ids beyond the last one of that edition are taken as new. A
 * technique is in order when one of its tactics is among the tags; a rule that names no tactic is not
 * reported.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
