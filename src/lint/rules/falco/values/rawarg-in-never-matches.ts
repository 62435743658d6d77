/**
 * `evt.rawarg.X in (...)` is false for every event where the parameter is a number.
 *
 * ## Why
 *
 * The field compares by code of its own, which hands a number without a size to the search in the list. Texts
 * work.
 *
 * ## Instead
 *
 * Compare with each number: `(evt.rawarg.sig = 9 or evt.rawarg.sig = 15)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the comparison reads the same in all versions since
 * 0.37.
 */

import { kindOf } from "../../../../falco/index.ts";
import { alternatives, checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/rawarg-in-never-matches",
    severity: "error",
    confidence: "high",
    summary: "`evt.rawarg.X in (...)` is never true for a number",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (check.kind !== "comparison" || (check.operator !== "in" && check.operator !== "intersects"))
      return undefined;
    if (field?.name !== "evt.rawarg" || kindOf(field.type).kind === "text") return undefined;
    return {
      message: `\`${field.key} ${check.operator} (...)\` is never true, as \`${field.key}\` is not text; with \`not\` in front it is always true.`,
      help: `Compare with one value at a time: \`(${field.key} = 1 or ${field.key} = 2)\`.`,
      ...rewrite(written, ({ left, right }) => alternatives(left, "=", right, "or")),
    };
  },
);
