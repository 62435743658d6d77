/**
 * The condition has a field that this Falco does not know, and the rule says `skip-if-unknown-filter`, so
 * Falco leaves the rule out. Falco's code: `LOAD_UNKNOWN_FILTER`.
 *
 * ## Why
 *
 * The rule is in the file, is enabled, and is not there: whatever it was to detect goes unseen.
 *
 * ## Instead
 *
 * Use a field that this version of Falco has, or deploy a version that has the field.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
