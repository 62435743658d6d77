import { checkRule } from "../../../check-rule.ts";
import { hasOwnComparison } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/empty-list-crashes",
    severity: "error",
    summary: "An empty list ends the engine",
    fixable: false,
  },
  ({ check, field, values, open }) => {
    if (check.kind !== "comparison" || check.right.kind !== "list" || values.length > 0 || open)
      return undefined;
    if (field === undefined || !hasOwnComparison(field)) return undefined;
    const isNet = field.name === "fd.net" && (check.operator === "in" || check.operator === "intersects");
    if (!isNet && (check.modifier === undefined || check.operator === "regex")) return undefined;
    const operator = check.modifier === undefined ? check.operator : `${check.operator} ${check.modifier}`;
    return {
      message: `\`${field.key} ${operator} ()\` crashes Falco when it is evaluated.`,
      help: "Name at least one value, or take the check out.",
    };
  },
);
