/**
 * `fd.snet = anyof (...)` is false for every event, and `!= allof (...)` is always true. So are they for the
 * other fields that hold networks.
 *
 * ## Why
 *
 * For these two the engine looks the address up in a set of networks, and an address equals no network. `in`
 * compares as it should.
 *
 * ## Instead
 *
 * Use `in`: `fd.snet in (10.0.0.0/8, 192.168.0.0/16)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Modifiers were added in Falco 0.44.
 */

import { checkRule, rewrite } from "../../../check-rule.ts";
import { hasOwnComparison } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/network-anyof-never-matches",
    severity: "error",
    confidence: "high",
    summary: "`= anyof` with networks is never true",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (check.kind !== "comparison" || field?.type !== "IPNET" || hasOwnComparison(field)) return undefined;
    const { operator, modifier } = check;
    const name = field.key;
    if (modifier === "anyof" && (operator === "=" || operator === "==")) {
      return {
        span: check.operatorSpan,
        message: `\`${name} ${operator} anyof (...)\` is never true: the engine looks for the address among networks.`,
        help: `Write \`${name} in (...)\`.`,
        ...rewrite(written, ({ left, right }) => `${left} in ${right}`),
      };
    }
    if (modifier !== "allof" || operator !== "!=") return undefined;
    return {
      span: check.operatorSpan,
      message: `\`${name} != allof (...)\` is always true: the engine looks for the address among networks.`,
      help: `Write \`(${name} exists and not ${name} in (...))\`.`,
      ...rewrite(written, ({ left, right }) => `(${left} exists and not ${left} in ${right})`),
    };
  },
);
