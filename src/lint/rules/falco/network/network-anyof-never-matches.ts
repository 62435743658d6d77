import { checkRule, rewrite } from "../../../check-rule.ts";
import { hasOwnComparison } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/network-anyof-never-matches",
    severity: "error",
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
