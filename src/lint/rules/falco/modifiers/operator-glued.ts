import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/operator-glued",
    severity: "error",
    summary: "A word begins with an operator, and is read as one",
    fixable: false,
  },
  ({ check, in: { text } }) => {
    if (check.kind !== "comparison" || check.right.kind !== "value" || check.right.quoted) return undefined;
    const { operatorSpan, right } = check;
    if (operatorSpan.end !== right.span.start || !/^[a-z]/.test(check.operator)) return undefined;
    const word = text.text.slice(operatorSpan.start, right.span.end);
    return {
      span: { start: operatorSpan.start, end: right.span.end },
      message: `\`${word}\` is read as \`${check.operator} (${right.text})\`.`,
      help: `Write the operator that is meant, or \`${check.operator} (${right.text})\` if this is it.`,
    };
  },
);
