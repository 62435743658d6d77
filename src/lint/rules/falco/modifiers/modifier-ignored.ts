import { alternatives, checkRule, rewrite } from "../../../check-rule.ts";
import { hasOwnComparison } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/modifier-ignored",
    severity: "error",
    summary: "A field ignores `oneof`, `anyof` and `allof`: only the first value counts",
    fixable: true,
  },
  (written) => {
    const { check, field, values, open } = written;
    if (check.kind !== "comparison" || check.modifier === undefined || field === undefined) return undefined;
    const [first] = values;
    if (!hasOwnComparison(field) || first === undefined || (values.length < 2 && !open)) return undefined;
    const { operator, modifier } = check;
    const junction = modifier === "anyof" ? "or" : "and";
    return {
      span: check.operatorSpan,
      message: `\`${field.key}\` ignores \`${modifier}\`: it is compared with \`${first.text}\` only.`,
      help:
        modifier === "oneof"
          ? `Write the alternatives out: \`((A and not B) or (B and not A))\`, with A and B as \`${field.key} ${operator} ...\`.`
          : `Write one check a value, joined by \`${junction}\`: \`(${field.key} ${operator} A ${junction} ${field.key} ${operator} B)\`.`,
      ...(modifier === "oneof"
        ? {}
        : rewrite(written, ({ left, right }) => alternatives(left, operator, right, junction))),
    };
  },
);
