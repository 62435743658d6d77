import { checkRule } from "../../../check-rule.ts";

const blind: ReadonlySet<string> = new Set(["icontains", "iglob"]);
const folding: ReadonlySet<string> = new Set(["tolower", "toupper"]);

export default checkRule(
  {
    id: "falco/case-non-ascii",
    severity: "notice",
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
