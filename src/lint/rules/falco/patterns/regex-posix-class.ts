/**
 * A regular expression has a class such as `[:alpha:]` without brackets around it.
 *
 * ## Why
 *
 * `[:alpha:]` by itself is the set of the letters `:`, `a`, `l`, `p` and `h`. The class is `[[:alpha:]]`.
 *
 * ## Instead
 *
 * Put brackets around the class: `[[:alpha:]]`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Expressions are RE2's in POSIX syntax: there is no
 * `\d`, `\w` or `(?i)`, which are errors when Falco loads the rule.
 */

import { type CheckProblem, checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/regex-posix-class",
    severity: "error",
    confidence: "high",
    summary: "`[:alpha:]` outside of brackets is a set of letters",
    fixable: true,
  },
  (written) => {
    const { check, values } = written;
    if (check.kind !== "comparison" || check.operator !== "regex") return undefined;
    return values.flatMap((value): readonly CheckProblem[] => {
      const found = lonelyClass(value.text);
      if (found === undefined) return [];
      const at = written.in.location(value.span);
      const text = written.in.written(value.span);
      const fixed = `[${found}]`;
      return [
        {
          span: value.span,
          message: `\`${found}\` outside of brackets is a set of the letters in it, not a class.`,
          help: `Write \`${fixed}\`.`,
          ...(at !== undefined && text?.split(found).length === 2
            ? {
                fix: {
                  description: `Write \`${fixed}\``,
                  safe: false,
                  edits: [{ at, text: text.replace(found, () => fixed) }],
                },
              }
            : {}),
        },
      ];
    });
  },
);

/** The first `[:name:]` that is not in brackets. */
function lonelyClass(expression: string): string | undefined {
  for (let i = 0; i < expression.length; i++) {
    if (expression[i] === "\\") i++;
    if (expression[i] !== "[" || expression[i - 1] === "\\") continue;
    const name = /^\[:[a-z]+:\]/.exec(expression.slice(i, i + 12))?.[0];
    if (name !== undefined) return name;
    i = endOfBrackets(expression, i);
  }
  return undefined;
}

/** The offset of the `]` that closes the bracket at an offset. */
function endOfBrackets(expression: string, open: number): number {
  let i = open + (expression[open + 1] === "^" ? 2 : 1);
  // The first member may be a bracket itself.
  if (expression[i] === "]") i++;
  while (i < expression.length && expression[i] !== "]") {
    const end = expression.startsWith("[:", i) ? expression.indexOf(":]", i + 2) : -1;
    i = end === -1 ? i + (expression[i] === "\\" ? 2 : 1) : end + 2;
  }
  return i;
}
