/**
 * A value adds nothing to another one of the same list: `startswith`, `endswith`, `contains` and `pmatch`
 * find the shorter one wherever they find the longer.
 *
 * ## Why
 *
 * Anyone who takes the shorter one out later, or adds to the list, is misled about what it finds.
 *
 * ## Instead
 *
 * Remove the longer value.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
