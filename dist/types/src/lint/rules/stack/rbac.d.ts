/**
 * A role that is bound to the service account of Falco or falcosidekick grants wildcards, changes, or
 * Secrets.
 *
 * ## Why
 *
 * Falco is on every node. Anyone who takes over one of its pods has what its service account may do.
 *
 * ## Instead
 *
 * Grant `get`, `list` and `watch` on the resources that are read, and nothing else.
 *
 * ## Notes
 *
 * Since 0.41 Falco itself asks nothing of the Kubernetes API. Policy reports of falcosidekick may be written.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
