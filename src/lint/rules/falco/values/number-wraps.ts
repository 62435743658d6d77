/**
 * A number is too large for the field, or negative where the field has no sign.
 *
 * ## Why
 *
 * The engine cuts the number to the size of the field silently and compares with what is left: port 65979
 * means 443, `user.uid = 4294967296` means root, and `proc.vmsize < -1` holds for nearly every process.
 *
 * ## Instead
 *
 * Write the number that was meant.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `= -1` on a field without sign is not reported: all
 * bits set is how the kernel says "none", as in `user.loginuid`.
 */

import { type EngineValue, kindOf, parseLiteral } from "../../../../falco/index.ts";
import { type CheckProblem, checkRule } from "../../../check-rule.ts";

const order: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

export default checkRule(
  {
    id: "falco/number-wraps",
    severity: "error",
    confidence: "high",
    summary: "A number does not fit its field, which is compared with another one",
    fixable: false,
  },
  ({ check, compiled, values, in: { vocabulary } }) => {
    if (check.kind !== "comparison") return undefined;
    const { type } = compiled.left;
    const kind = kindOf(type);
    if (kind.kind !== "integer" && kind.kind !== "port" && kind.kind !== "double") return undefined;
    const name = compiled.left.field?.key ?? "this";
    return values.flatMap(({ text, span }): readonly CheckProblem[] => {
      if (kind.kind === "port" && text === "")
        return [
          {
            span,
            message: `The empty port that \`${name}\` is compared with means 0.`,
            help: "Write a number.",
          },
        ];
      if (!/^\s*[+-]?\d+$/.test(text)) return [];
      // All ones, as the kernel has it for "none".
      if (text === "-1" && !order.has(check.operator)) return [];
      const parsed = parseLiteral(text, type, vocabulary.ports);
      if ("problem" in parsed || isMeant(parsed.value, text)) return [];
      return [
        {
          span,
          message: `\`${text}\` does not fit \`${name}\` (${type}): it is compared with ${parsed.value}.`,
          help: "Write a number in the range of the field.",
        },
      ];
    });
  },
);

function isMeant(value: EngineValue, text: string): boolean {
  return String(value) === String(BigInt(text.trim().replace("+", "")));
}
