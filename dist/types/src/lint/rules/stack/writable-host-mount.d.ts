/**
 * A path of the node is mounted writable into Falco's container.
 *
 * ## Why
 *
 * Falco only reads. Anyone who breaks into its container should not be able to change the node.
 *
 * ## Instead
 *
 * Set `readOnly: true`.
 *
 * ## Notes
 *
 * Devices below /dev and the sockets below /run are left out: a read-only mount changes nothing there.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
