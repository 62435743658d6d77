/**
 * A rules file is not YAML that Falco can read. Falco's code: `LOAD_ERR_YAML_PARSE`.
 *
 * ## Why
 *
 * Falco does not start.
 *
 * ## Instead
 *
 * Correct the YAML at the place, or shortly before it.
 *
 * ## Notes
 *
 * The place is where the parser gave up; the mistake is there or shortly before it: a tab in the indentation,
 * a quote that is not closed, a `: ` in a plain value.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
