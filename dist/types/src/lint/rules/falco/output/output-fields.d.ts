/**
 * An output does not tell what a responder asks first.
 *
 * ## Why
 *
 * An alert is the only trace of an event. Without the user and the command line nobody can say who did it
 * and how, and without the container, its image, the pod and the namespace nobody finds where.
 *
 * For system calls the output needs one of `user.*`, and one of `proc.cmdline`, `proc.exeline` and
 * `proc.args`. The fields of the container, its image and the pod are asked for only where nothing adds them:
 * the container plugin suggests them, and the falco.yaml of the image, of the chart and of the operator take
 * them up with `append_output: [{suggested_output: true}]`. A falco.yaml of your own without `append_output`
 * does not.
 *
 * For events of the Kubernetes audit log it needs one of `ka.user.*`, and one of `ka.target.*`, `ka.resp.*`,
 * `ka.req.*` and `ka.uri`.
 *
 * ## Instead
 *
 * Add the fields that are missing: `A shell was started | user=%user.name command=%proc.cmdline`.
 *
 * ## Notes
 *
 * Rules for events without a process, such as `container`, are not reported, and so are those for
 * events of other plugins, each of which has its own fields. What `append_output` adds to all outputs counts
 * for each.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
