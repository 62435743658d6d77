/**
 * An item of a rules file is neither a rule, a macro, a list nor a requirement. Falco's code:
 * `LOAD_UNKNOWN_ITEM`.
 *
 * ## Why
 *
 * Falco leaves it out. A rule whose key is misspelt is not a rule.
 *
 * ## Instead
 *
 * Correct the key: `- rule:`, `- macro:`, `- list:`.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
