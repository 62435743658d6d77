/**
 * A rule has two exceptions of one name. Falco's code: `LOAD_EXCEPTION_NAME_NOT_UNIQUE`.
 *
 * ## Why
 *
 * Later files append values by that name, and which of the two they mean is unclear.
 *
 * ## Instead
 *
 * Give each exception a name of its own.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
