import { isAllAncestors } from "../../../../falco/index.ts";
import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/ancestor-not-equal",
    severity: "warning",
    summary: "`proc.aname != x` asks whether some ancestor differs",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (check.kind !== "comparison" || check.operator !== "!=" || check.right.kind === "transformation")
      return undefined;
    if (field === undefined || !isAllAncestors(field)) return undefined;
    const text = check.right.kind === "value" ? check.right.text : "...";
    return {
      span: check.operatorSpan,
      message: `\`${field.key} != ${text}\` is true as soon as one ancestor differs, which is nearly always.`,
      help: `If no ancestor may be it, write \`not ${field.key} = ${text}\`.`,
      ...(check.modifier === undefined
        ? rewrite(written, ({ left, right }) => `not ${left} = ${right}`, false)
        : {}),
    };
  },
);
