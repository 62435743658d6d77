/**
 * The number in `proc.aenv[N]` chooses no ancestor.
 *
 * ## Why
 *
 * `proc.aname[2]` is the grandparent; `proc.aenv[2]` is not. It is compared like `proc.aenv`, with the
 * environment of every ancestor.
 *
 * ## Instead
 *
 * Write `proc.aenv contains LD_PRELOAD`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). With a name it is the value of that variable:
 * `proc.aenv[HOME]`.
 */

import { isAllAncestors } from "../../../../falco/index.ts";
import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/aenv-index-ignored",
    severity: "warning",
    confidence: "high",
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
