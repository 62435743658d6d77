/**
 * `b64` of a buffer is compared as a whole.
 *
 * ## Why
 *
 * What is decoded from a buffer ends in a NUL, which counts. So `=`, `in` and `endswith` are never true, `!=`
 * is always true, and `len` is one too large. What is decoded from a text is fine.
 *
 * ## Instead
 *
 * Use `startswith` or `contains`: `b64(evt.buffer) startswith hello`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { checkRule } from "../../../check-rule.ts";

const whole: ReadonlySet<string> = new Set(["=", "==", "!=", "in", "intersects", "endswith"]);

export default checkRule(
  {
    id: "falco/b64-trailing-nul",
    severity: "error",
    confidence: "high",
    summary: "`b64` of a buffer ends in a NUL that counts",
    fixable: false,
  },
  ({ check, compiled }) => {
    const { left } = check;
    if (
      check.kind !== "comparison" ||
      left.kind !== "transformation" ||
      compiled.left.base.type !== "BYTEBUF"
    )
      return undefined;
    if (left.transformer === "len" && left.inputs[0]?.kind === "transformation") {
      return {
        span: left.span,
        severity: "warning",
        message: "The length is one too large, as `b64` of a buffer ends in a NUL.",
        help: "Add one to the number that it is compared with.",
      };
    }
    if (left.transformer !== "b64" || !whole.has(check.operator)) return undefined;
    const comes = check.operator === "!=" ? "always true" : "never true";
    return {
      message: `\`b64(...) ${check.operator}\` on a buffer is ${comes}: what is decoded ends in a NUL.`,
      help: "Write `startswith` or `contains`.",
    };
  },
);
