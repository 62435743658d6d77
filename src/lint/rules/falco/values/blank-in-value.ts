/**
 * A quoted value begins or ends with a space, or holds several values with commas.
 *
 * ## Why
 *
 * A quoted value is compared as it is. `"bash "` is not a process, and `"bash, zsh"` is one name.
 *
 * ## Instead
 *
 * Write the values without the spaces, each by itself: `proc.name in (bash, zsh, fish)`.
 *
 * ## Notes
 *
 * Command lines and arguments are not reported: they may well end with a space.
 */

import { type CheckProblem, checkRule } from "../../../check-rule.ts";

/** Operators that look at the value as a whole. */
const whole: ReadonlySet<string> = new Set(["=", "==", "!=", "in", "intersects"]);
/** Fields of one word. */
const words =
  /^(?:proc\.(?:name|pname|aname|exe|exepath)|user\.name|group\.name|evt\.type|container\.(?:id|name)|k8s\.)/;

export default checkRule(
  {
    id: "falco/blank-in-value",
    severity: "warning",
    confidence: "medium",
    summary: "A quoted value begins or ends with a space, or holds several",
    fixable: false,
  },
  (written) => {
    const { check, values, field } = written;
    if (check.kind !== "comparison" || !whole.has(check.operator)) return undefined;
    // Command lines may well end with a space.
    if (/cmdline|cmdargs|\.args$/.test(field?.key ?? "")) return undefined;
    return values.flatMap(({ text, span }): readonly CheckProblem[] => {
      if (text !== text.trim() && text.trim() !== "") {
        return [
          {
            span,
            message: `\`${check.operator}\` compares with ${JSON.stringify(text)}, with its spaces.`,
            help: "Remove the spaces inside the quotes.",
          },
        ];
      }
      if (
        check.operator !== "in" ||
        !words.test(field?.key ?? "") ||
        !/^[\w./-]+(?:,\s*[\w./-]+)+$/.test(text)
      )
        return [];
      return [
        {
          span,
          message: `${JSON.stringify(text)} is one value with a comma in it.`,
          help: "Put each value in quotes of its own, or in none: `in (a, b)`.",
        },
      ];
    });
  },
);
