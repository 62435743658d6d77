/**
 * `evt.res` is compared with a number.
 *
 * ## Why
 *
 * `evt.res` is text: `SUCCESS` where the system call returned 0 or more, else the name of the error. So
 * `evt.res = 0` is never true, and `evt.res != -1` always is. The number is in `evt.rawres`.
 *
 * ## Instead
 *
 * Compare the number: `evt.rawres = 0`.
 *
 * ## Notes
 *
 * Read in the source of the engine of Falco 0.45 (libs at 48dfd53cd). `evt.res = SUCCESS` is
 * `evt.rawres >= 0`.
 */

import { checkRule } from "../../../check-rule.ts";

const equality: ReadonlySet<string> = new Set(["=", "==", "!=", "in", "intersects"]);

export default checkRule(
  {
    id: "falco/evt-res-number",
    severity: "error",
    confidence: "high",
    summary: "`evt.res` is compared with a number, and is the name of an error or `SUCCESS`",
    fixable: true,
  },
  (written) => {
    const { check, field, values, open } = written;
    if (field?.key !== "evt.res" || check.kind !== "comparison" || !equality.has(check.operator))
      return undefined;
    const numbers = values.filter(({ text }) => /^-?\d+$/.test(text));
    const [number] = numbers;
    if (number === undefined) return undefined;
    const at = written.in.location(check.left.span);
    const differs = check.operator === "!=";
    return {
      span: number.span,
      ...(differs ? { severity: "warning" as const } : {}),
      message: `\`evt.res\` is never \`${number.text}\`: it is \`SUCCESS\`, or the name of an error such as \`ENOENT\`.`,
      help: "The number is `evt.rawres`, which is below 0 for an error.",
      ...(at === undefined || open || numbers.length < values.length || written.written === undefined
        ? {}
        : { fix: { description: "Write `evt.rawres`", safe: false, edits: [{ at, text: "evt.rawres" }] } }),
    };
  },
);
