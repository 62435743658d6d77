/**
 * A field of a container, of Kubernetes or of a plugin is compared with the text `<NA>`.
 *
 * ## Why
 *
 * `<NA>` is how an output shows a value that is missing. In a condition a missing value equals nothing:
 * `= "<NA>"` is never true, and `!= "<NA>"` only tests that there is a value.
 *
 * ## Instead
 *
 * Ask whether there is a value: `not k8s.pod.name exists`.
 *
 * ## Notes
 *
 * Fields of the engine itself are not reported, as some of them do hold this text: `user.name` for a user
 * that nobody knows, `fd.name` and `evt.arg.*` where the kernel gave no name. For audit events Falco warns by
 * itself, see `falco/unsafe-na-check`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
