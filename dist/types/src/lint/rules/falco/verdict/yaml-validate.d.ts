/**
 * A rules file does not have the shape that Falco asks for: a key is missing or empty, a value is of the
 * wrong kind, a priority is unknown, fields and values of an exception do not fit each other. Falco's code:
 * `LOAD_ERR_YAML_VALIDATE`.
 *
 * ## Why
 *
 * Falco does not start.
 *
 * ## Instead
 *
 * Add the key that is missing, or correct the value that the message names.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
