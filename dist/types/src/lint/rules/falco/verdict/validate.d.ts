/**
 * A definition builds on something that is not there or comes later: a macro, a list, the target of an
 * override, an engine or plugin version. Falco's code: `LOAD_ERR_VALIDATE`.
 *
 * ## Why
 *
 * Falco does not start.
 *
 * ## Instead
 *
 * Correct the name, or put the definition before the place that uses it.
 *
 * ## Notes
 *
 * Falco reads files in their order, and a macro has to come before the macro that uses it.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
