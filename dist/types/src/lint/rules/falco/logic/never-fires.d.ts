/**
 * A rule listens only to events that its deployment does not deliver.
 *
 * ## Why
 *
 * The rule loads, shows up in every list, and is silent for ever. Falco leaves out system calls that
 * `base_syscalls.custom_set` takes away with `!`, and those that only read or write (`read`, `write`, `recv`,
 * `send` and their kin) unless `base_syscalls.all` is true. With `engine: {kind: nodriver}` it sees no system
 * calls at all, and `--disable-source` takes a whole source away.
 *
 * ## Instead
 *
 * Let the deployment deliver the event: remove `!ptrace` from `base_syscalls.custom_set`, or set
 * `base_syscalls.all`.
 *
 * ## Notes
 *
 * Only deployments whose falco.yaml is known are looked at. A rule whose plugin is not loaded is reported by
 * [falco/unknown-source](unknown-source.md), a condition that no event can meet by
 * [falco/no-evttype](no-evttype.md).
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
