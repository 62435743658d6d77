/**
 * A word begins with the letters of an operator, and Falco reads it as that operator and a value.
 *
 * ## Why
 *
 * The operators with a list need no space after them: `proc.name info` is `proc.name in (fo)`. A misspelt
 * operator, or a missing one, compiles.
 *
 * ## Instead
 *
 * Put a space after the operator, and write the operator that was meant.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/operator-glued",
    severity: "error",
    confidence: "medium",
    summary: "A word begins with an operator, and is read as one",
    fixable: false,
  },
  ({ check, in: { text } }) => {
    if (check.kind !== "comparison" || check.right.kind !== "value" || check.right.quoted) return undefined;
    const { operatorSpan, right } = check;
    if (operatorSpan.end !== right.span.start || !/^[a-z]/.test(check.operator)) return undefined;
    const word = text.text.slice(operatorSpan.start, right.span.end);
    return {
      span: { start: operatorSpan.start, end: right.span.end },
      message: `\`${word}\` is read as \`${check.operator} (${right.text})\`.`,
      help: `Write the operator that is meant, or \`${check.operator} (${right.text})\` if this is it.`,
    };
  },
);
