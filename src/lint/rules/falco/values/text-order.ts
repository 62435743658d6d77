/**
 * A field that holds text is compared with a number by `<`, `<=`, `>` or `>=`.
 *
 * ## Why
 *
 * The engine compares letters: `10` comes before `9`, and every name comes after every number.
 *
 * ## Instead
 *
 * Compare a field that holds the number: `evt.rawarg.res < 0`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { checkRule } from "../../../check-rule.ts";

const order: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);
const raw: ReadonlyMap<string, string> = new Map([
  ["evt.res", "evt.rawres"],
  ["evt.time", "evt.rawtime"],
]);

export default checkRule(
  {
    id: "falco/text-order",
    severity: "warning",
    confidence: "high",
    summary: "A text is compared with a number, letter by letter",
    fixable: false,
  },
  ({ check, compiled, field }) => {
    if (check.kind !== "comparison" || !order.has(check.operator) || check.right.kind !== "value")
      return undefined;
    if (compiled.left.type !== "CHARBUF" && compiled.left.type !== "FSPATH") return undefined;
    const name = field?.key ?? "this";
    const number =
      raw.get(name) ?? (name.startsWith("evt.arg.") ? name.replace("evt.arg.", "evt.rawarg.") : "");
    return {
      message: `\`${name}\` is a text, so \`${check.operator} ${check.right.text}\` compares letters: \`10\` comes before \`9\`.`,
      help: number === "" ? "Compare with a field that is a number." : `The number itself is \`${number}\`.`,
    };
  },
);
