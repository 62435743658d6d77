/**
 * `exists` is used on a field that always has a value: `proc.env[X]`, `proc.args[N]` or `proc.aenv[X]`.
 *
 * ## Why
 *
 * What is not set is the empty text, and that is a value. So the check holds on every system call.
 *
 * ## Instead
 *
 * Write `proc.env[LD_PRELOAD] != ""`.
 *
 * ## Notes
 *
 * Read in the source of the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { isAllAncestors } from "../../../../falco/index.ts";
import { checkRule } from "../../../check-rule.ts";

/** Fields that are the empty text where nothing is set. */
const emptyInstead: ReadonlySet<string> = new Set(["proc.env", "proc.args", "proc.aenv"]);

export default checkRule(
  {
    id: "falco/always-exists",
    severity: "warning",
    confidence: "high",
    summary: "`proc.env[X] exists` is true also when the variable is not set",
    fixable: false,
  },
  ({ check, field }) => {
    if (check.kind !== "exists" || field?.argument === undefined || isAllAncestors(field)) return undefined;
    if (!emptyInstead.has(field.name)) return undefined;
    return {
      message: `\`${field.key} exists\` is true on every system call: what is not set is the empty text.`,
      help: `Write \`${field.key} != ""\`.`,
    };
  },
);
