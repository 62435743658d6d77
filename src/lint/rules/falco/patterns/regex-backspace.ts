import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/regex-backspace",
    severity: "error",
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
        help: "The engine's expressions know no border of a word: write what may stand there, as in `(.* )?name( .*)?`.",
      }));
  },
);
