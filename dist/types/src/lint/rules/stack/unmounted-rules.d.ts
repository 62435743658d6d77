/**
 * A ConfigMap has Falco rules, and no Falco pod of the repository mounts it.
 *
 * ## Why
 *
 * Falco reads files. Rules that are in the cluster and not in the pod detect nothing, and nothing tells so.
 *
 * ## Instead
 *
 * Mount the ConfigMap into the Falco pod, and list its directory in `rules_files`.
 *
 * ## Notes
 *
 * Silent in a repository without any Falco deployment, as the rules are then mounted from elsewhere. Manifests that are
 * applied together with Falco, such as those of a kustomize overlay, are checked by themselves.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
