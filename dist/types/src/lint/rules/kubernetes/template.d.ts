/**
 * A file is a template, of Helm for example, and becomes a manifest only when it is rendered.
 *
 * ## Why
 *
 * What is in it was not held against the schemas of Kubernetes.
 *
 * ## Instead
 *
 * Render the template, with `helm template` for example, and check the result.
 *
 * ## Notes
 *
 * Render it, with `helm template` for example, and check the result. The templates of a chart, those of its
 * sub-charts among them, are reported once, at the first of them. A text of an alert or a notification that
 * has `{{ }}` between quotes or in a block is not a template.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
