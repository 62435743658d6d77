/**
 * A value with a letter beyond A to Z is compared without case.
 *
 * ## Why
 *
 * `icontains`, `iglob`, `tolower` and `toupper` fold the letters A to Z and no others: `ä` is not found for
 * `Ä`.
 *
 * ## Instead
 *
 * Name both forms: `(fd.name icontains übersicht or fd.name icontains Übersicht)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
