/**
 * `b64` of a buffer is compared as a whole.
 *
 * ## Why
 *
 * What is decoded from a buffer ends in a NUL, which counts. So `=`, `in` and `endswith` are never true, `!=`
 * is always true, and `len` is one too large. What is decoded from a text is fine.
 *
 * ## Instead
 *
 * Use `startswith` or `contains`: `b64(evt.buffer) startswith hello`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
