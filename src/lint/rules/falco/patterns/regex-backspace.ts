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

import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/regex-backspace",
    severity: "error",
    confidence: "high",
    summary: "`\\b` between quotes is a backspace, not the border of a word",
    fixable: false,
  },
  ({ check, values }) => {
    if (check.kind !== "comparison" || check.operator !== "regex") return undefined;
    return values
      .filter(({ text, quoted }) => quoted && text.includes("\b"))
      .map(({ span }) => ({
        span,
        message: "`\\b` between quotes is a backspace, which no value of this kind holds.",
        help: "The engine's expressions have no word boundary: write what may be there, as in `(.* )?name( .*)?`.",
      }));
  },
);
