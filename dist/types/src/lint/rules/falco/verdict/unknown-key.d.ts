/**
 * An item has a key that Falco does not know. Falco's code: `LOAD_UNKNOWN_KEY`.
 *
 * ## Why
 *
 * Falco leaves the key out, so what it says does not happen: `enable: false` disables nothing.
 *
 * ## Instead
 *
 * Correct the key: `enabled: false`.
 *
 * ## Notes
 *
 * Falco itself warns since 0.44.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
