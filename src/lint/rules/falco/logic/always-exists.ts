import { isAllAncestors } from "../../../../falco/index.ts";
import { checkRule } from "../../../check-rule.ts";

/** Fields that are the empty text where nothing is set. */
const emptyInstead: ReadonlySet<string> = new Set(["proc.env", "proc.args", "proc.aenv"]);

export default checkRule(
  {
    id: "falco/always-exists",
    severity: "warning",
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
