/**
 * A condition compiles, and Falco warns of something in it: a `regex` without any pattern, or a value that
 * looks like the name of a field or like a transformer. Falco's code: `LOAD_COMPILE_CONDITION`.
 *
 * ## Why
 *
 * A name of a field on the right is compared as text, so the check is about the letters `proc.pname`. A
 * regular expression is the most expensive way to compare two texts.
 *
 * ## Instead
 *
 * Use `val(proc.pname)` to compare with another field, and `=`, `startswith` or `contains` for a text without
 * a pattern.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
