import { kindOf } from "../../../../falco/index.ts";
import { alternatives, checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/rawarg-in-never-matches",
    severity: "error",
    summary: "`evt.rawarg.X in (...)` is never true for a number",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (check.kind !== "comparison" || (check.operator !== "in" && check.operator !== "intersects"))
      return undefined;
    if (field?.name !== "evt.rawarg" || kindOf(field.type).kind === "text") return undefined;
    return {
      message: `\`${field.key} ${check.operator} (...)\` is never true, as \`${field.key}\` is no text; with \`not\` in front it is always true.`,
      help: `Compare with one value at a time: \`(${field.key} = 1 or ${field.key} = 2)\`.`,
      ...rewrite(written, ({ left, right }) => alternatives(left, "=", right, "or")),
    };
  },
);
