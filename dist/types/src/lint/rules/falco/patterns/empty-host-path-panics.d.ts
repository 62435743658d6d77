/**
 * `ka.req.volume.hostpath[""]` ends the k8saudit plugin.
 *
 * ## Why
 *
 * The plugin looks at the last character of the path, to see whether it is a `*`. Of an empty one there is
 * none: the rule loads, and the plugin panics at the first event that reaches it. From then on Falco sees
 * nothing of the audit log.
 *
 * ## Instead
 *
 * Use `[*]` for any path: `ka.req.volume.hostpath[*] = true`.
 *
 * ## Notes
 *
 * Read in the source of the k8saudit plugin.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
