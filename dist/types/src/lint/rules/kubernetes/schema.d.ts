/**
 * A field of a manifest has a value that Kubernetes does not take: another type, a value that is not in the
 * list, or a field that is missing.
 *
 * ## Why
 *
 * The API server refuses the manifest, so what it should deploy is not there.
 *
 * ## Instead
 *
 * Write a value of the type, or one of the values, that the message names.
 *
 * ## Notes
 *
 * The schemas are those of the Kubernetes version that `kubernetes-version` names, by default the newest
 * known. The repository's own CustomResourceDefinitions are used too, and those that `schema-location` names.
 *
 * A file that a kustomization names as a patch holds only part of a resource, so nothing is missing in it.
 * The same goes for a file that has `patch` in its name or in that of its folder, and for a resource with a
 * `$patch` in it.
 *
 * A value that another tool fills in is not checked: `${REPLICAS}`, `$(REPLICAS)`, `{{ replicas }}`, and what
 * SOPS has encrypted. A key without a value is dropped by the API server, so only its being needed counts.
 *
 * Where a string is wanted, the fix puts the value in quotes.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
