/**
 * No rule and no other macro uses a macro. Falco's code: `LOAD_UNUSED_MACRO`.
 *
 * ## Why
 *
 * Anyone who changes it expects that to change something. Often a rule names another macro by mistake.
 *
 * ## Instead
 *
 * Use it in a rule, or remove it.
 *
 * ## Notes
 *
 * A macro that takes the place of one in the rules that Falco brings is used there, which is how they are
 * tuned.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
