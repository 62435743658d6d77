/**
 * A rules file uses a key or a field that is deprecated: `append`, `enabled` alone, `evt.dir`,
 * `%container.info`. Falco's code: `LOAD_DEPRECATED_ITEM`.
 *
 * ## Why
 *
 * It works today, and a later version of Falco will not start with it.
 *
 * ## Instead
 *
 * Write the change as an `override`: `override: {condition: append}`.
 *
 * ## Notes
 *
 * The fix writes `append: true` and `enabled` alone as an `override`, where the item has no keys that Falco
 * passes over today and would not take then. `evt.dir = <`, which is always true, is taken out of an `and`.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
