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

import { checkRule } from "../../../check-rule.ts";

const blind: ReadonlySet<string> = new Set(["icontains", "iglob"]);
const folding: ReadonlySet<string> = new Set(["tolower", "toupper"]);

export default checkRule(
  {
    id: "falco/case-non-ascii",
    severity: "notice",
    confidence: "high",
    summary: "Only the letters A to Z are compared without case",
    fixable: false,
  },
  ({ check, values }) => {
    if (check.kind !== "comparison") return undefined;
    const folds = check.left.kind === "transformation" && folding.has(check.left.transformer);
    if (!folds && !blind.has(check.operator)) return undefined;
    return values.flatMap(({ text, span }) => {
      const letter = [...text].find((one) => one > "\x7f" && one.toLowerCase() !== one.toUpperCase());
      if (letter === undefined) return [];
      return [
        {
          span,
          message: `\`${letter}\` is compared with its case: the engine folds A to Z alone.`,
          help: "Name both forms of the letter.",
        },
      ];
    });
  },
);
