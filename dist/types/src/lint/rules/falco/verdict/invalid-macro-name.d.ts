/**
 * The name of a macro has characters that a condition cannot hold. Falco's code: `LOAD_INVALID_MACRO_NAME`.
 *
 * ## Why
 *
 * No condition can refer to it.
 *
 * ## Instead
 *
 * Use letters, digits and `_`: `is_shell`.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
