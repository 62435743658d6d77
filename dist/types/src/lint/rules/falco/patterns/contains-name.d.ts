/**
 * `contains` is used on a field that is one name: a user, a group, a namespace, the id of a container, an
 * event type.
 *
 * ## Why
 *
 * It holds for every other name with these letters in it: `user.name contains root` for `nonroot`, and
 * `k8s.ns.name contains prod` for `preprod`.
 *
 * ## Instead
 *
 * Compare the whole name: `user.name = root`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
