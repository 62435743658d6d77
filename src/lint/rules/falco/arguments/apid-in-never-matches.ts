import { isAllAncestors } from "../../../../falco/index.ts";
import { alternatives, checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/apid-in-never-matches",
    severity: "error",
    summary: "`proc.apid in (...)` without an index is never true",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (check.kind !== "comparison" || (check.operator !== "in" && check.operator !== "intersects"))
      return undefined;
    if (field?.name !== "proc.apid" || !isAllAncestors(field)) return undefined;
    return {
      message: `\`proc.apid ${check.operator} (...)\` is never true, whatever the numbers; with \`not\` in front it is always true.`,
      help: "Compare with one number at a time: `(proc.apid = 1 or proc.apid = 2)`. With an index, `proc.apid[1] in (...)` works.",
      ...rewrite(written, ({ left, right }) => alternatives(left, "=", right, "or")),
    };
  },
);
