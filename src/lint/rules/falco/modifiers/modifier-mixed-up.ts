/**
 * `!= anyof (a, b)`, `= allof (a, b)`, or a value that occurs twice after `oneof`.
 *
 * ## Why
 *
 * Every value differs from one of two others, so `!= anyof` is always true. No value equals two, so `= allof`
 * never is. And `oneof` counts a value that occurs twice two times, so it is false for just that one.
 *
 * ## Instead
 *
 * Use `!= allof` for "none of these", and `= anyof` for "one of these".
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Modifiers were added in Falco 0.44.
 */

import { type CheckProblem, checkRule } from "../../../check-rule.ts";
import { hasOwnComparison } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/modifier-mixed-up",
    severity: "error",
    confidence: "high",
    summary: "`!= anyof`, `= allof` or `oneof` says something else than it seems",
    fixable: true,
  },
  (written): CheckProblem | undefined => {
    const { check, field, values } = written;
    if (check.kind !== "comparison" || check.modifier === undefined) return undefined;
    if (field !== undefined && hasOwnComparison(field)) return undefined;
    const { operator, modifier, operatorSpan: span } = check;
    const different = new Set(values.map(({ text }) => text)).size;
    const fix = (text: string) => {
      const at = written.in.location(span);
      if (at === undefined || written.written === undefined) return {};
      return { fix: { description: `Write \`${text}\``, safe: false, edits: [{ at, text }] } };
    };
    if (operator === "!=" && modifier === "anyof" && different > 1) {
      return {
        span,
        severity: "warning",
        message: "`!= anyof (...)` is true for every value, as each differs from one of several.",
        help: "If it may be none of them, write `!= allof (...)`.",
        ...fix("!= allof"),
      };
    }
    if ((operator === "=" || operator === "==") && modifier === "allof" && different > 1) {
      return {
        span,
        message: `\`${operator} allof (...)\` is never true, as no value equals several.`,
        help: "If it may be any of them, write `in (...)`.",
        ...fix(`${operator} anyof`),
      };
    }
    if (modifier !== "oneof" || different === values.length) return undefined;
    const twice = values.find(({ text }, index) => values.findIndex((other) => other.text === text) < index);
    return {
      span: twice?.span ?? span,
      message: `\`${twice?.text}\` occurs twice after \`oneof\`: it counts twice, so that \`oneof\` is false for it.`,
      help: "Name it once.",
    };
  },
);
