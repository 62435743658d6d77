/**
 * A regular expression between quotes has `\b`.
 *
 * ## Why
 *
 * Between quotes `\b` is the character backspace, so the expression asks for one. A border of a word does not
 * exist in the syntax that the engine uses, neither as `\b` nor as `\\b`.
 *
 * ## Instead
 *
 * Spell out what may be next to the word: `regex '(.* )?nc( .*)?'`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
