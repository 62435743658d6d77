/**
 * An item appends an exception to a rule and gives it no values. Falco's code: `LOAD_APPEND_NO_VALUES`.
 *
 * ## Why
 *
 * An exception without values excepts nothing: the alerts that it was meant to end go on.
 *
 * ## Instead
 *
 * Give the appended exception `values`: `values: [[make]]`.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
