/**
 * A condition does not compile: its grammar is broken, a field or an event type does not exist in this
 * version of Falco, an operator does not work on the field, or a value is none of the field's type. Falco's
 * code: `LOAD_ERR_COMPILE_CONDITION`.
 *
 * ## Why
 *
 * Falco does not start. One such line in a file that it loads takes all rules of that deployment down.
 *
 * ## Instead
 *
 * Correct the field, the operator or the value that the message names. The message suggests a name where one
 * is close.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
