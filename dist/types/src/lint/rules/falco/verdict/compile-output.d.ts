/**
 * The output text of a rule names a field that does not exist, or has brackets or parentheses that do not
 * close. Falco's code: `LOAD_ERR_COMPILE_OUTPUT`.
 *
 * ## Why
 *
 * Falco does not start.
 *
 * ## Instead
 *
 * Correct the field, or close the brackets: `%user.name`.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
