/**
 * The empty text is looked for, or `pmatch` has the root folder.
 *
 * ## Why
 *
 * The empty text is part of every text, at the beginning and at the end too, and `/` is a prefix of every
 * path. The check only tests that there is a value.
 *
 * ## Instead
 *
 * Write the path or the text that was meant, or remove the check.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { checkRule } from "../../../check-rule.ts";

const parts: ReadonlySet<string> = new Set([
  "contains",
  "icontains",
  "startswith",
  "endswith",
  "bcontains",
  "bstartswith",
]);

export default checkRule(
  {
    id: "falco/matches-everything",
    severity: "warning",
    confidence: "high",
    summary: "The empty text is part of every text, and `/` a prefix of every path",
    fixable: false,
  },
  ({ check, values }) => {
    if (check.kind !== "comparison") return undefined;
    const { operator } = check;
    if (operator !== "pmatch" && !parts.has(operator)) return undefined;
    const all = values.find(({ text }) => (operator === "pmatch" ? /^\/*$/.test(text) : text === ""));
    if (all === undefined) return undefined;
    return {
      span: all.span,
      message: `\`${operator}\` with \`${all.text === "" ? '""' : all.text}\` is true for every value, also for the empty one.`,
      help: "Write `exists` if that is meant, else name a part.",
    };
  },
);
