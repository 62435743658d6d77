/**
 * `in`, `intersects` or `pmatch` is followed by a word without parentheses.
 *
 * ## Why
 *
 * Falco takes one word for a list of that word. Where it is the name of a list, Falco puts the items in its
 * place and then cannot read the condition, unless there is only one.
 *
 * ## Instead
 *
 * Put the name between parentheses: `proc.name in (shell_binaries)`.
 */

import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/in-without-parentheses",
    severity: "warning",
    confidence: "high",
    summary: "A list operator is followed by a bare word",
    fixable: true,
  },
  ({ check, open, in: condition }) => {
    if (check.kind !== "comparison" || check.right.kind !== "value" || check.modifier !== undefined)
      return undefined;
    const { operator, operatorSpan, right } = check;
    if (operator !== "in" && operator !== "intersects" && operator !== "pmatch") return undefined;
    // A word that begins with an operator is another matter.
    if (operatorSpan.end === right.span.start) return undefined;
    const written = condition.written(right.span) ?? right.text;
    const at = condition.location(right.span);
    return {
      span: right.span,
      ...(open ? { severity: "error" as const } : {}),
      message: open
        ? `\`${operator} ${written}\` needs parentheses: Falco puts the items of the list there, and does not start.`
        : `\`${operator} ${written}\` compares with \`${right.text}\` alone.`,
      help: `Write \`${operator} (${written})\`.`,
      ...(at === undefined || condition.written(right.span) !== right.text
        ? {}
        : {
            fix: {
              description: `Write \`(${written})\``,
              safe: false,
              edits: [{ at, text: `(${written})` }],
            },
          }),
    };
  },
);
