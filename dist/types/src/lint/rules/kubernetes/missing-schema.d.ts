/**
 * There is no schema for a kind, so its manifests were not checked. All such kinds are reported in one
 * sentence.
 *
 * ## Why
 *
 * A mistake in such a manifest is found only in the cluster.
 *
 * ## Instead
 *
 * Put the CustomResourceDefinition among the files, or name its schema with `schema-location`.
 *
 * ## Notes
 *
 * A CustomResourceDefinition among the files is used. `schema-location` in the configuration names others: a
 * file or a folder of definitions, or JSON Schema files as
 * `schemas/{{ .ResourceKind }}{{ .KindSuffix }}.json`.
 *
 * Files that a tool reads itself and no API server sees, such as those of kind, skaffold or eksctl, are
 * passed over.
 *
 * Built in are the kinds of Kubernetes, of the Falco Operator and of the Prometheus Operator, and kustomize's
 * own.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
