/**
 * A path with `*` is compared by `=`, `!=`, `in`, `startswith` or `endswith`.
 *
 * ## Why
 *
 * Only `glob`, `iglob` and `pmatch` know wildcards. Elsewhere the star is a star, which hardly any path has,
 * so the check never matches.
 *
 * ## Instead
 *
 * Use `glob` for a pattern and `pmatch` for folders: `fd.name pmatch (/etc, /root/.ssh)`.
 */

import { type CheckProblem, checkRule } from "../../../check-rule.ts";

const literal: ReadonlySet<string> = new Set(["=", "==", "!=", "in", "startswith", "endswith"]);
const path =
  /^(?:fd\.(?:name|directory|filename)|fs\.path\.|proc\.(?:a|p|s)?exepath|proc\.cwd|proc\.exe$|evt\.arg\.(?:path|name|filename)$|evt\.abspath)/;

export default checkRule(
  {
    id: "falco/wildcard-is-literal",
    severity: "warning",
    confidence: "high",
    summary: "`*` in a path is compared as a star",
    fixable: true,
  },
  (written) => {
    const { check, values, field } = written;
    if (check.kind !== "comparison" || !literal.has(check.operator) || field === undefined) return undefined;
    if (!path.test(field.key)) return undefined;
    return values
      .filter(({ text }) => text.length > 1 && text.includes("*"))
      .map((value): CheckProblem => {
        const operator = written.in.location(check.operatorSpan);
        const isEqual = check.modifier === undefined && (check.operator === "=" || check.operator === "==");
        return {
          span: value.span,
          message: `The \`*\` in \`${value.text}\` is a star for \`${check.operator}\`, not a wildcard.`,
          help: `Write \`glob\`, or \`pmatch\` for folders.`,
          ...(isEqual && operator !== undefined && written.written !== undefined
            ? {
                fix: { description: "Write `glob`", safe: false, edits: [{ at: operator, text: "glob" }] },
              }
            : {}),
        };
      });
  },
);
