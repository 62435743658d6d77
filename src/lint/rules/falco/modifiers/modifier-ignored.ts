/**
 * A field ignores `oneof`, `anyof` and `allof`, and is compared with the first value of the list alone.
 *
 * ## Why
 *
 * Fields with a comparison of their own (`fd.ip`, `fd.net`, `fd.port`, `fd.proto`, `evt.rawarg.X`, and
 * `proc.aname` and its like without an index) know no modifiers. The values after the first change nothing.
 *
 * ## Instead
 *
 * Write one check for each value: `(fd.port = 22 or fd.port = 23)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Modifiers were added in Falco 0.44.
 */

import { alternatives, checkRule, rewrite } from "../../../check-rule.ts";
import { hasOwnComparison } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/modifier-ignored",
    severity: "error",
    confidence: "high",
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
