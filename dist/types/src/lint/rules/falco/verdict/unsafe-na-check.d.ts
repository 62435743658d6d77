/**
 * A field of an audit event is compared with the text `<NA>`. Falco's code: `LOAD_UNSAFE_NA_CHECK`.
 *
 * ## Why
 *
 * `<NA>` is how an output shows a value that is missing. In a condition a missing value equals nothing, so
 * `= "<NA>"` is never true and `!= "<NA>"` says nothing more than that there is a value.
 *
 * ## Instead
 *
 * Ask whether there is a value: `not ka.target.name exists`.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
