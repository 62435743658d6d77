/**
 * Falco's container is privileged, with a driver that does not need it.
 *
 * ## Why
 *
 * A privileged container is root on the node. The modern eBPF probe needs four capabilities and no more.
 *
 * ## Instead
 *
 * Set `privileged: false`, and add the capabilities that the probe needs.
 *
 * ## Notes
 *
 * The kernel module (`engine.kind: kmod`) does need a privileged container.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
