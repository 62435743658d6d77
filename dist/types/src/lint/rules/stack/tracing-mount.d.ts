/**
 * A Falco pod that is not privileged does not mount the kernel's tracing file system.
 *
 * ## Why
 *
 * The modern eBPF probe attaches to trace points. Where the tracing file system is not visible in the
 * container, some distributions refuse that.
 *
 * ## Instead
 *
 * Mount `/sys/kernel/tracing` read-only.
 *
 * ## Notes
 *
 * The Helm chart mounts /sys/kernel by default since version 7.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
