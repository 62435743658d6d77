/**
 * A map has the same key twice.
 *
 * ## Why
 *
 * Programs take the last one silently; what the first one says is lost.
 *
 * ## Instead
 *
 * Keep one of the two.
 *
 * ## Notes
 *
 * Kubernetes manifests are held against their schemas, which refuse duplicate keys, and rules files against
 * Falco.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
