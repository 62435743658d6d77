import { isAllAncestors } from "../../../../falco/index.ts";
import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/aenv-index-ignored",
    severity: "warning",
    summary: "The number in `proc.aenv[N]` is ignored",
    fixable: false,
  },
  ({ check, field }) => {
    if (field?.name !== "proc.aenv" || field.argument === undefined || !isAllAncestors(field))
      return undefined;
    return {
      span: check.left.span,
      message: `\`${field.key}\` chooses no ancestor: it is compared like \`proc.aenv\`, with the environment of all of them.`,
      help: "Write `proc.aenv`, or name a variable: `proc.aenv[HOME]`.",
    };
  },
);
