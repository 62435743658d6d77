/**
 * A rule is for an event source that no loaded plugin provides. Falco's code: `LOAD_UNKNOWN_SOURCE`.
 *
 * ## Why
 *
 * Falco leaves the rule out, and nobody sees the events that it is about.
 *
 * ## Instead
 *
 * Write the name of the source that the plugin has, such as `k8s_audit`, and load the plugin.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
