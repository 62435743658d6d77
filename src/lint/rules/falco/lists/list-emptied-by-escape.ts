import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/list-emptied-by-escape",
    severity: "error",
    summary: "A list is empty for Falco, as its first value cannot be read",
    fixable: false,
  },
  ({ check, in: { text } }) => {
    if (check.kind !== "comparison" || check.right.kind !== "list" || check.right.values.length > 0)
      return undefined;
    const { start, end } = check.right.span;
    const inside = text.text.slice(start + 1, end - 1).trim();
    if (inside === "") return undefined;
    return {
      span: check.right.span,
      message: `Falco takes \`(${inside})\` for an empty list, as it cannot read the value.`,
      help: "Between quotes a backslash is written twice: `\\\\`.",
    };
  },
);
