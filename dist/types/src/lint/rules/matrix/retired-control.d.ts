/**
 * The matrix names a control by an id that only an older edition of the framework has, such as ISO 27001:2013
 * A.12.4.1 or a control withdrawn from NIST SP 800-53.
 *
 * ## Why
 *
 * The edition that you are audited against does not have it, so its rules count for nothing.
 *
 * ## Instead
 *
 * Write the id that the control has in the current edition.
 *
 * ## Notes
 *
 * The fix writes the primary successor. Where there are several it asks to be looked at first. Successors of
 * PCI DSS v3.2.1 ids are our own reading; hold them against the summary of changes of the PCI SSC.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
