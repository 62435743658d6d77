/**
 * The name of a list has characters that a condition cannot hold. Falco's code: `LOAD_INVALID_LIST_NAME`.
 *
 * ## Why
 *
 * No condition can refer to it, so its items are not used.
 *
 * ## Instead
 *
 * Use letters, digits and `_`: `shell_binaries`.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
