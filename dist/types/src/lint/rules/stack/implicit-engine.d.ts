/**
 * A falco.yaml of your own names no engine.
 *
 * ## Why
 *
 * Without `engine.kind` Falco asks for the kernel module. The falco.yaml of the image asks for the modern
 * eBPF probe, which needs no module, so replacing it changes the driver silently, and Falco does not start on
 * nodes without the module.
 *
 * ## Instead
 *
 * Set `engine.kind: modern_ebpf`.
 *
 * ## Notes
 *
 * Silent where a driver loader runs before Falco.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
