/**
 * No condition and no other list uses a list. Falco's code: `LOAD_UNUSED_LIST`.
 *
 * ## Why
 *
 * Anyone who adds an item to it expects that to change something.
 *
 * ## Instead
 *
 * Use it in a condition, or remove it.
 *
 * ## Notes
 *
 * A list that takes the place of one in the rules that Falco brings is used there, which is how they are
 * tuned.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
